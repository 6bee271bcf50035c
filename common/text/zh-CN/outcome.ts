import type { TranslationOf } from '../catalogue';
import type { outcomeText as english } from '../en/outcome';

export const outcomeText: TranslationOf<typeof english> = {
  'outcome.applied.title': '完成。每一步都已执行，并已读回确认。',
  'outcome.applied.next': '用“验证”页上给出的选项启动虚拟机，然后在那里看它是否用上了大页。',
  'outcome.applied.next-login':
    '请先注销并重新登录：当前的登录会话还没有 kvm 组。然后用“验证”页上给出的选项启动虚拟机。',
  'outcome.short.title': '完成，但内核只给了 {{got, number}} 页，要求的是 {{asked, number}} 页。',
  'outcome.short.next': '内存里没有足够多的连续大块。关掉占内存的程序后再应用一次，或重启机器：开机时通常能拿到全部。',
  'outcome.short.next-login':
    '内存里没有足够多的连续大块。请重启机器：开机时通常能拿到全部，新的登录会话也会有 kvm 组。',
  'outcome.busy.title': '另一次操作正在进行，这一次没有改动任何东西。',
  'outcome.busy.next': '等它结束，在“检查”页重新查看这台机器，然后再应用一次。',
  'outcome.unknown-plan.title': '这个方案已经过时，没有改动任何东西。',
  'outcome.unknown-plan.next': '回到“确认”页，那里会生成新的方案，再应用它。',
  'outcome.declined.title': '密码对话框被关闭，没有改动任何东西。',
  'outcome.declined.next': '准备好后再应用一次；也可以在“确认”页复制以 root 运行的脚本，自己执行。',
  'outcome.not-authorised.title': '系统没有给予授权，没有改动任何东西。',
  'outcome.not-authorised.next':
    '可能是密码不对，也可能是规则不允许你的账户这样做。请再试一次、请管理员帮忙，或复制脚本用 sudo 运行。',
  'outcome.no-agent.title': '当前桌面无法显示密码对话框，没有改动任何东西。',
  'outcome.no-agent.next':
    '没有正在运行的 polkit 认证代理（在 Sway、i3 和 ssh 中很常见）。请启动一个，或复制脚本到终端运行：sudo sh，粘贴，再按 Ctrl+D。',
  'outcome.no-pkexec.title': '缺少 pkexec 程序，没有改动任何东西。',
  'outcome.no-pkexec.next':
    '请安装它（Debian、Ubuntu：sudo apt install pkexec），或复制脚本到终端运行：sudo sh，粘贴，再按 Ctrl+D。',
  'outcome.no-new-privs.title': '本程序的启动方式不允许它请求密码，没有改动任何东西。',
  'outcome.no-new-privs.next':
    '请关闭后从应用菜单或终端重新启动，不要从 snap、flatpak 或其他沙盒里启动；也可以复制脚本用 sudo 运行。',
  'outcome.elevation-failed.title': '无法请求授权，没有改动任何东西。',
  'outcome.elevation-failed.next':
    '请求密码时出错：{{detail}}。请再试一次，或复制脚本到终端运行：sudo sh，粘贴，再按 Ctrl+D。',
  'outcome.no-report.title': '脚本结束时没有留下报告，结果无法确定。',
  'outcome.no-report.next': '请到“检查”页查看机器现在的状态。系统给出的信息：{{detail}}',
  'outcome.failed.title': '没有成功，已做的步骤都已撤销。',
  'outcome.half-undone.title': '没有成功，而且有些步骤未能撤销。',
  'outcome.half-undone.next':
    '步骤列表里标出了遗留的部分。所有旧值都保存在 /var/lib/hugepages-guide/journal；请到“检查”页查看机器。',

  'failure.pool-changed': '生成方案之后，有别的程序改动了大页池。请回到“确认”页重新计算，再应用新的方案。',
  'failure.host-starved': '空闲内存已不足以保住宿主机的预留。请关闭一些程序或选择更小的虚拟机，然后再应用。',
  'failure.unsafe-folder': '{{detail}} 并非只属于 root，因此没有写入。请删除它，然后再应用。',
  'failure.no-journal': '旧值无法保存（{{detail}}），没有保存就不会改动。请腾出空间或让 /var/lib 可写，然后再应用。',
  'failure.command-failed': '一条系统命令失败：{{detail}}。请解决它指出的问题，然后再应用。',
  'failure.not-effective': '改动已被接受，却没有生效（{{detail}}）。请到“检查”页查看；可能有别的程序在改同一项设置。',
  'failure.file-not-writable':
    '有文件无法替换（{{detail}}）。请让 /etc 可写（不是只读、没有不可变属性、空间未满）后再应用，或关闭“重启后保留”。',
  'failure.file-is-symlink': '{{detail}} 是符号链接，由别的程序生成。请关闭“重启后保留”，到那个程序里设置。',
  'failure.fstab-invalid': '新的 fstab 没有通过检查，旧文件原样保留：{{detail}}。请修正它指出的那一行，然后再应用。',
  'failure.tool-missing': '缺少程序 {{detail}}。请安装它，然后再应用。',
};
