import type { TranslationOf } from '../catalogue';
import type { verifyText as english } from '../en/verify';

export const verifyText: TranslationOf<typeof english> = {
  'verify.title': '虚拟机用上大页了吗？',
  'verify.lead': '请启动虚拟机，本页面会自动发现它，并清点它用的大页。',
  'verify.option': '虚拟机的启动命令里要有这个选项：可以到“启动脚本”这一步由本程序加上，也可以自己加到 QEMU 命令里：',
  'verify.to-script': '前往“启动脚本”',
  'verify.copy': '复制选项',
  'verify.vms': '正在运行的虚拟机',
  'verify.waiting': '正在等待虚拟机启动，每秒查看一次。',
  'verify.found_other': '有 {{count, number}} 个 QEMU 进程正在运行。',
  'verify.process': '{{name}}，进程 {{pid}}',
  'verify.pools': '大页池现状',
  'verify.pool.label': '{{pageKiB, memory}} 大页池',
  'verify.pool.value_other': '{{count, number}} 页中有 {{held, number}} 页已使用或已预留',
  'verify.pool.split': '已使用 {{inUse, number}} 页 + 已预留 {{promised, number}} 页 + 可供他用 {{free, number}} 页',
  'verify.pool.total': '整个大页池',
  'verify.pool.free': '尚未分配',
  'verify.pool.reserved': '已预留、尚未分配',
  'verify.pool.surplus': '超出设定的部分',
};
