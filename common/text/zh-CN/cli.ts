import type { TranslationOf } from '../catalogue';
import type { cliText as english } from '../en/cli';

export const cliText: TranslationOf<typeof english> = {
  'cli.help.about': '大页内存向导：在本机上为虚拟机配置大页。',
  'cli.help.usage': '用法：hugepages-guide [COMMAND] [OPTIONS]',
  'cli.help.usage-command': '用法：hugepages-guide {{command}} [OPTIONS]',
  'cli.help.window': '不带命令时打开图形窗口。',
  'cli.help.commands': '命令：',
  'cli.help.options': '选项：',
  'cli.help.exit-codes': '退出码：',
  'cli.help.more': '查看某个命令的选项：hugepages-guide COMMAND --help',

  'cli.command.status': '显示本机的检查结果和各个大页池。',
  'cli.command.plan': '显示为虚拟机配置大页要做什么、为什么；不改动任何东西。',
  'cli.command.apply': '显示方案，确认后执行，只需输入一次密码。',
  'cli.command.verify': '逐台判断运行中的虚拟机是否使用大页；只有全部使用时退出码才是 0。',

  'cli.option.memory': '虚拟机的内存，例如 4G 或 1536M；只写数字时单位为 MiB。',
  'cli.option.page-size': '页大小，例如 2M 或 1G；省略时与 --vm 指定的虚拟机相同，否则使用本机默认的页大小。',
  'cli.option.sizing':
    '页数的计算方式：exact（刚好）、a-little-above（略有富余，不大于 2 MiB 的页向上取整到十的倍数；默认）或 double（虚拟机的两倍）。',
  'cli.option.pages': '自己定页数，代替 --sizing。',
  'cli.option.no-persist': '只在下次重启之前有效：不写入 sysctl.d 和 fstab。',
  'cli.option.give-back': '大页池超出需要时，把闲置的页归还给宿主机。',
  'cli.option.vm': '目标虚拟机（须正在运行）的进程号；它自己占用的页不算作其他程序占用。',
  'cli.option.script': '只输出将以 root 身份运行的脚本，一字不差。',
  'cli.option.yes': '执行前不再询问；仍然需要输入密码。',
  'cli.option.pid': '只查看该进程号的虚拟机。',
  'cli.option.json': '不输出文字，改为输出一个 JSON 文档，出错时也一样。',
  'cli.option.lang': '输出语言：en 或 zh-CN；省略时依次看 LC_ALL、LC_MESSAGES、LANG。',
  'cli.option.help': '显示本帮助。',
  'cli.option.version': '显示版本号。',

  'cli.exit.done': '完成',
  'cli.exit.failed': '被拒绝或失败',
  'cli.exit.usage': '命令行写法有误',
  'cli.exit.declined': '用户在终端或密码对话框中取消',
  'cli.exit.short': '已完成，但内核给的页比要求的少',

  'cli.light.ok': '正常',
  'cli.light.hint': '提示',
  'cli.light.warning': '注意',
  'cli.light.problem': '问题',

  'cli.status.finding': '{{title}}：{{sentence}}',
  'cli.status.machine': '本机',
  'cli.status.pools': '大页池',
  'cli.status.no-pools': '当前内核没有大页池。请换用支持 hugetlbfs 的内核启动，然后再查看。',
  'cli.pool.page-size': '页大小',
  'cli.pool.total': '总数',
  'cli.pool.in-use': '已使用',
  'cli.pool.promised': '已预留',
  'cli.pool.free': '空闲',
  'cli.pool.surplus': '超额',

  'cli.plan.title_other': '方案：内存 {{guestKiB, memory}} 的虚拟机需要 {{count, number}} 个 {{pageKiB, memory}} 大页',
  'cli.plan.left-for-host': '宿主机自己保留 {{leftKiB, memory}}，至少需要 {{reserveKiB, memory}}。',
  'cli.plan.start-option': '之后启动虚拟机时加上：{{option}}',
  'cli.plan.unchanged':
    '未做任何改动。要执行，请运行：hugepages-guide apply {{options}}\n查看将以 root 身份运行的脚本：hugepages-guide plan {{options}} --script',

  'cli.apply.question': '现在执行吗？[y/N]',
  'cli.apply.not-done': '没有得到确认，未做任何改动；需要时可随时再次运行该命令。',
  'cli.apply.nothing-to-do': '一切已符合方案，未做任何改动；可以启动虚拟机了。',
  'cli.apply.by-hand': '在这个终端里，也可以不经过对话框直接运行：hugepages-guide plan {{options}} --script | sudo sh',
  'cli.progress.waiting': '正在等待密码对话框……',
  'cli.progress.starting': '正在开始……',
  'cli.progress.step': '[{{number}}/{{count}}] {{step}}',
  'cli.progress.pool': '[{{number}}/{{count}}] 已有 {{now, number}} / {{to, number}} 页 – {{step}}',

  'cli.window.as-root': '警告：以 root 身份运行时，窗口没有沙箱保护。建议用普通用户启动，需要时会要求输入密码。',

  'cli.error.no-electron':
    '打开窗口需要 Electron，但本机没有安装。请在程序所在目录运行 npm start，或继续使用命令行：hugepages-guide --help',
  'cli.error.no-display':
    '没有找到图形显示（DISPLAY 和 WAYLAND_DISPLAY 都未设置），无法打开窗口。请在桌面环境中启动，或继续使用命令行：hugepages-guide --help',
  'cli.error.unknown-command': '没有“{{command}}”这个命令。可用的命令：{{commands}}。不带命令时打开图形窗口。',
  'cli.error.unknown-option': '这里不能用选项 {{option}}。可用的选项：{{options}}。',
  'cli.error.option-needs-value': '选项 {{option}} 后面需要一个值。可用的写法见 --help。',
  'cli.error.option-takes-no-value': '选项 {{option}} 不带值，请单独写。',
  'cli.error.unexpected-argument': '“{{argument}}”是多余的参数。选项以 -- 开头，见 --help。',
  'cli.error.unknown-language': '本程序没有“{{language}}”这种语言。可选：{{languages}}。',
  'cli.error.memory-missing':
    '请说明虚拟机有多少内存：加上 --memory，例如 --memory 4G；或用 --vm 指定运行中虚拟机的进程号。',
  'cli.error.memory-not-a-size':
    '“{{value}}”不是可用的内存大小。请写数字和单位，例如 4G 或 1536M；只写数字时单位为 MiB。',
  'cli.error.memory-not-positive': '“{{value}}”不大于零。请写虚拟机的内存，例如 4G。',
  'cli.error.page-size-not-a-size': '“{{value}}”不是页大小。本机支持：{{sizes}}。',
  'cli.error.sizing-unknown': '--sizing 没有“{{rule}}”这种计算方式。可选：{{rules}}；也可以用 --pages 自己定页数。',
  'cli.error.sizing-and-pages': '--sizing 和 --pages 不能同时使用，请去掉其中一个。',
  'cli.error.pages-not-a-number': '“{{value}}”不是页数。请写大于零的整数，例如 --pages 2048。',
  'cli.error.not-a-pid': '“{{value}}”不是 {{option}} 可用的进程号。verify 命令会列出运行中的虚拟机及其进程号。',
  'cli.error.no-such-vm': '进程 {{pid}} 不是这里能看到的运行中的 QEMU。verify 命令会列出能看到的虚拟机。',
  'cli.error.vm-memory-unreadable': '无法从 {{name}} 的启动命令读出内存大小。请加上 --memory，例如 --memory 4G。',
  'cli.error.script-and-json': '--script 和 --json 不能同时使用。JSON 文档中的“rootText”就是同样的脚本。',
  'cli.error.json-needs-yes': '使用 --json 时不会询问。请先查看方案（hugepages-guide plan），再加上 --yes。',
  'cli.error.cannot-ask': '当前不是终端，无法询问。请先查看方案（hugepages-guide plan），再加上 --yes。',
  'cli.error.refused': '没有安全的方案，原因如下。未做任何改动。',
  'cli.error.no-vm': '没有看到运行中的 QEMU。请启动虚拟机，然后再运行一次。',
};
