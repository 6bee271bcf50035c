import type { TranslationOf } from '../catalogue';
import type { outcomeText as english } from '../en/outcome';

export const outcomeText: TranslationOf<typeof english> = {
  'outcome.applied.title': '完成。每一步都已执行，并已读回确认。',
  'outcome.applied.next':
    '接下来让虚拟机的启动脚本使用大页：到“启动脚本”这一步（hugepages-guide patch FILE）即可完成。然后启动虚拟机，验证它是否用上了大页。',
  'outcome.applied.next-login':
    '请先注销并重新登录：kvm 组在当前登录会话中还没有生效。然后到“启动脚本”这一步（hugepages-guide patch FILE）让虚拟机的启动脚本使用大页，再启动虚拟机，验证它是否用上了大页。',
  'outcome.applied.next-script': '启动脚本已经改好。请用它启动虚拟机，然后验证它是否用上了大页。',
  'outcome.applied.next-script-login':
    '请先注销并重新登录：kvm 组在当前登录会话中还没有生效。然后用改好的启动脚本启动虚拟机，并验证它是否用上了大页。',
  'outcome.short.title': '已完成，但要求 {{asked, number}} 页，内核只给了 {{got, number}} 页。',
  'outcome.short.fragmented':
    '其余内存没有足够大的连续空闲块。已经得到的页先保留，随时可以退回（“改动记录”页，或 hugepages-guide undo）。想得到其余的页，可以：',
  'outcome.short.fragmented-figures':
    '程序还可以得到 {{availableKiB, memory}} 内存，但其中只有 {{largeKiB, memory}} 是放得下这种页的连续空闲块。已经得到的页先保留，随时可以退回（“改动记录”页，或 hugepages-guide undo）。想得到其余的页，可以：',
  'outcome.short.reserve':
    '到此为止：再要下去，宿主机剩下的内存就会少于保留的 {{reserveKiB, memory}}。已经得到的页先保留，随时可以退回（“改动记录”页，或 hugepages-guide undo）。想得到其余的页，可以：',
  'outcome.short.cancelled':
    '您选择了到此为止。已经得到的页先保留，随时可以退回（“改动记录”页，或 hugepages-guide undo）。想得到其余的页，可以：',
  'outcome.help.apply-again': '再应用一次，会接着申请其余的页。',
  'outcome.help.drop-caches':
    '允许清空缓存（在“确认”一步，或加上 --drop-caches），再应用一次。之后几分钟内，文件要重新从磁盘读取，会慢一些。',
  'outcome.help.close-programs': '关闭占内存多的程序，再应用一次。',
  'outcome.help.smaller-vm': '减小虚拟机内存。',
  'outcome.help.restart': '重启电脑：启动时内存还是完整的一整块，那时会申请全部页数。',
  'outcome.help.boot-parameters': '加上这些启动参数后重启，趁内存还是完整的一整块时申请：{{parameters}}',
  'outcome.help.login': '无论如何都请先注销并重新登录：当前登录还没有 kvm 组的权限。',
  'outcome.busy.title': '另一次操作正在进行，这一次未做任何改动。',
  'outcome.busy.next': '请等它结束，重新检查本机，然后再应用一次。',
  'outcome.unknown-plan.title': '这个方案已经过时，未做任何改动。',
  'outcome.unknown-plan.next': '请生成新的方案，再应用它。',
  'outcome.declined.title': '密码对话框已关闭，未做任何改动。',
  'outcome.declined.next': '请在准备好后再应用一次；也可以复制方案的脚本，自己运行。',
  'outcome.not-authorised.title': '系统未予授权，未做任何改动。',
  'outcome.not-authorised.next':
    '可能是密码不对，也可能是系统规则不允许您的账户这样做。请再试一次或请管理员帮忙；也可以复制脚本，用 sudo 运行。',
  'outcome.no-agent.title': '当前桌面无法显示密码对话框，未做任何改动。',
  'outcome.no-agent.next':
    '没有正在运行的 polkit 认证代理（在 Sway、i3 和 ssh 中很常见）。请启动一个；也可以复制脚本，在终端运行 sudo sh，粘贴后按回车，再按 Ctrl+D。',
  'outcome.no-pkexec.title': '缺少 pkexec 程序，未做任何改动。',
  'outcome.no-pkexec.next':
    '请安装它（Debian、Ubuntu：sudo apt install pkexec）；也可以复制脚本，在终端运行 sudo sh，粘贴后按回车，再按 Ctrl+D。',
  'outcome.no-new-privs.title': '按本程序的启动方式，系统不允许它请求授权，未做任何改动。',
  'outcome.no-new-privs.next':
    '请关闭后从应用程序菜单或终端重新启动，不要从 snap、flatpak 或其他沙箱里启动；也可以复制脚本，用 sudo 运行。',
  'outcome.elevation-failed.title': '无法请求授权，未做任何改动。',
  'outcome.elevation-failed.next':
    '请求授权时出错：{{detail}}。请再试一次；也可以复制脚本，在终端运行 sudo sh，粘贴后按回车，再按 Ctrl+D。',
  'outcome.no-report.title': '脚本结束时没有留下报告，结果无法确定。',
  'outcome.no-report.next': '请重新检查本机的现状。系统给出的信息：{{detail}}',
  'outcome.nothing-done.title': '未能完成，未做任何改动。',
  'outcome.failed.title': '未能完成，已执行的步骤都已撤销。',
  'outcome.kept.title': '未能完成。失败的那一步已撤销；在它之前完成的步骤按您的选择保留。',
  'outcome.half-undone.title': '未能完成，而且有些步骤无法撤销。旧值保存在 /var/lib/hugepages-guide/journal。',
  'outcome.half-undone.next': '步骤列表里标出了遗留的改动。请重新检查本机，用保存的旧值恢复，或应用新的方案。',

  'failure.pool-changed': '生成方案之后，有其他程序改动了大页池。请生成新的方案（会重新计算），再应用它。',
  'failure.too-few-pages':
    '内核最多只给了 {{detail}} 页，而您选择了这时全部退回。请关闭一些程序、允许清空缓存或减小虚拟机内存，然后再应用一次。',
  'failure.host-starved':
    '空闲内存已经不够，再应用就会挤占宿主机保留的内存。请关闭一些程序或减小虚拟机内存，然后再应用一次。',
  'failure.unsafe-folder': '{{detail}} 不是只归 root 所有，因此没有写入。请删除它，然后再应用一次。',
  'failure.already-run': '这份脚本已经运行过，它保存的旧值不能被覆盖。请生成新的方案，再应用它。',
  'failure.no-journal':
    '旧值无法保存（{{detail}}），而不保存旧值就不会做任何改动。请腾出空间或让 /var/lib 可写，然后再应用一次。',
  'failure.command-failed': '一条系统命令失败：{{detail}}。请解决它指出的问题，然后再应用一次。',
  'failure.file-changed':
    '{{detail}} 在制定撤销方案之后又有变化，因此没有改动它。请重新查看（会重新制定方案），然后再撤销。',
  'failure.not-effective': '改动已被接受，却没有生效（{{detail}}）。请重新检查本机；可能有其他程序在改同一项设置。',
  'failure.file-not-writable':
    '有文件无法替换（{{detail}}）。请让 /etc 可写（不是只读、没有不可变属性、空间未满），然后再应用一次；也可以关闭“重启后保留”（--no-persist）。',
  'failure.file-is-symlink':
    '{{detail}} 是符号链接，由其他程序生成。请关闭“重启后保留”（--no-persist），到那个程序里设置。',
  'failure.script-changed':
    '脚本 {{detail}} 与生成方案时已不一致，因此保持原样。请重新查看改动，然后生成新的方案，再应用它。',
  'failure.script.unsafe-folder':
    '{{detail}} 并非只有 root 可写，脚本可能中途被人调换，因此没有在那里以 root 身份做任何事。请让它归 root 所有、只有 root 可写，然后生成新的方案，再应用它。',
  'failure.script.file-is-symlink':
    '{{detail}} 现在是符号链接，已无法确定指的是哪个脚本，因此保持原样。请到脚本真正所在的位置重新选择，然后生成新的方案，再应用它。',
  'failure.script.file-not-writable':
    '脚本无法替换（{{detail}}）。请在它所在的目录腾出空间，并确认目录和脚本都不是只读、没有不可变属性，然后生成新的方案，再应用它。',
  'failure.fstab-invalid':
    '新的 fstab 没有通过检查，旧文件原样保留：{{detail}}。请修正它指出的那一行，然后再应用一次。',
  'failure.tool-missing': '缺少程序 {{detail}}。请安装它，然后再应用一次。',
};
