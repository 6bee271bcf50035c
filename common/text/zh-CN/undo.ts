import type { TranslationOf } from '../catalogue';
import type { undoText as english } from '../en/undo';

export const undoText: TranslationOf<typeof english> = {
  'undo.title': '撤销 {{time}} 所做的改动',
  'undo.title-all': '全部恢复到使用 Hugepages Guide 之前的样子',
  'undo.script.title': '恢复启动脚本 {{file}}',
  'undo.fstab.title': '恢复 {{file}}',
  'undo.sysctl.title': '恢复 {{file}}',
  'undo.file.title-remove': '删除 {{file}}（原先没有这个文件）',
  'undo.file.title-take-out': '只从 {{file}} 中去掉我们的几行',
  'undo.file.reason': '内容一个字节也不差，所有者和权限也恢复原样。',
  'undo.file.reason-take-out': '您之后编辑过这个文件：您写的内容保留，只去掉我们的几行。',
  'undo.reload.title': '通知 systemd：fstab 已更改',
  'undo.pool.title': '把 {{pageKiB, memory}} 大页池从 {{from, number}} 页恢复到 {{to, number}} 页',
  'undo.mount.title': '卸载 {{path}}',
  'undo.mount.title-give-back': '恢复 {{path}} 原来的所有者和权限',
  'undo.membership.title': '把 {{user}} 移出 {{group}} 组',
  'undo.group.title': '删除用户组 {{group}}',
  'undo.state.todo': '将恢复',
  'undo.state.already': '已是原样',
  'undo.state.left-out': '保持现状',

  'undo.reason.later-plan': '后来的方案又改过它。请先撤销那个方案，或者两个都撤销：hugepages-guide undo --entry {{id}}',
  'undo.reason.group-used': '后来有其他账户用上了 {{group}} 组：{{users}}。如果他们不再需要，请手动删除该组。',
  'undo.reason.group-device': '/dev/kvm 现在属于 {{group}} 组，因此必须保留该组。',
  'undo.reason.mount-changed':
    '后来有人改过 {{path}} 的所有者或权限（现为 {{now}}），因此保持现状。如需恢复原来的设置，请手动修改。',
  'undo.reason.pool-changed':
    '本程序把大页池设为 {{set, number}} 页，后来有人改成了 {{now, number}} 页，因此保持现状。如需恢复原来的大小，请手动设置。',
  'undo.reason.file-is-symlink': '{{file}} 现在是指向其他文件的链接，因此不作改动。请手动编辑。',
  'undo.reason.copy-missing': '日志里已经没有 {{file}} 的旧文件，无法恢复。请手动去掉带有标记的那几行。',
  'undo.reason.file-missing': '后来有人删除了 {{file}}，因此不再恢复。',
  'undo.reason.file-changed':
    '后来有人编辑了 {{file}} 中我们写入的那几行，因此保持现状。请与日志里的旧文件对照，手动修改。',

  'undo.refusal.nothing-to-undo': '没有可以撤销的改动：Hugepages Guide 没有改动过本机，或者改动都已撤销。',
  'undo.refusal.unknown-entry': '日志里没有方案 {{id}}。要查看已有的方案，请运行：hugepages-guide history',
  'undo.refusal.journal-unreadable':
    '当前版本读不懂日志 {{folder}}，未做任何改动。请安装最新版本，或者按日志手动恢复旧值。',
  'undo.refusal.pages-in-use_other':
    '要收回的大页中有 {{count, number}} 页正在使用。请先关闭使用它们的虚拟机，再撤销一次。',
  'undo.refusal.host-starved':
    '恢复原来更大的大页池后，宿主机只剩 {{leftKiB, memory}}，而它需要 {{reserveKiB, memory}}。请关闭一些程序，再撤销一次。',

  'undo.outcome.as-it-was.title': '一切已是原样，未做任何改动。',
  'undo.outcome.kept.title': '剩下的部分后来被别人改动过，因此保持现状；上面列出了如何手动处理。未做任何改动。',
  'undo.outcome.busy.next': '请等它结束，重新查看，然后再撤销。',
  'undo.outcome.unknown.title': '这份撤销方案已经过时，未做任何改动。',
  'undo.outcome.unknown.next': '请重新查看（会重新制定方案），然后再撤销。',
  'undo.outcome.declined.next': '请在准备好后再撤销一次；也可以复制脚本，自己运行。',
  'undo.outcome.undone.title': '已撤销。本机已恢复原样，并已逐项核对。',
  'undo.outcome.undone.next': '不需要再做什么。被移出用户组的账户在下次登录前仍保有该组的权限。',
  'undo.outcome.partly.title': '已撤销；后来被别人改动过的部分除外。',
  'undo.outcome.partly.next': '上面列出了保持现状的部分和原因。',
  'undo.outcome.short.title': '已撤销，但内核给的页数比原来少。',
  'undo.outcome.short.next': '请关闭占内存多的程序后重新设置大页池，或重启机器。',
  'undo.outcome.differs.title': '已撤销，但本机与之前并不一致。',
  'undo.outcome.differs.next': '可能有其他程序同时作了改动。请查看不一致的项目，然后再撤销一次。',
  'undo.outcome.scripts.title': '您的启动脚本已恢复原样。',
  'undo.outcome.scripts-not.title': '有的启动脚本没能恢复。',

  'undo.check.file': '{{file}}：内容与之前完全相同',
  'undo.check.no-file': '{{file}}：与之前一样，不存在',
  'undo.check.pool': '{{pageKiB, memory}} 大页池：与之前一样为 {{to, number}} 页（现为 {{now, number}} 页）',
  'undo.check.mount': '{{path}}：与之前一样，未挂载',
  'undo.check.owner': '{{path}}：所有者和权限与之前一样，为 {{then}}',
  'undo.check.membership': '{{user}}：与之前一样，不在 {{group}} 组中',
  'undo.check.group': '用户组 {{group}}：与之前一样，不存在',
};
