import type { TranslationOf } from '../catalogue';
import type { planText as english } from '../en/plan';

export const planText: TranslationOf<typeof english> = {
  'refusal.not-linux':
    '这里是 {{platform}}，不是 Linux。QEMU 的大页是 Linux 内核的功能：请在运行虚拟机的那台 Linux 机器上运行本程序。',
  'refusal.container': '这里是容器（{{file}}）。大页池属于外面的机器：请在那里运行本程序。',
  'refusal.no-hugetlbfs':
    '内核 {{kernel}} 没有 hugetlbfs。请启动以 CONFIG_HUGETLBFS=y 编译的内核；Debian、Ubuntu、Fedora、Arch 和 openSUSE 的内核都是如此。',
  'refusal.memory-unknown':
    '/proc/meminfo 没有给出内存总量，因此无法判断多大才安全。请确认 /proc 已挂载，然后重新检查。',
  'refusal.page-size-unavailable': '这个内核没有 {{pageKiB, memory}} 的页。可选：{{sizes}}。',
  'refusal.guest-too-small': '虚拟机至少需要一整页，即 {{pageKiB, memory}}。请输入更大的虚拟机内存。',
  'refusal.guest-too-large':
    '虚拟机要 {{guestKiB, memory}}，而这台机器总共只有 {{totalKiB, memory}}。请选择不超过 {{largestKiB, memory}}。',
  'refusal.pages-too-few':
    '{{guestKiB, memory}} 的虚拟机需要 {{neededPages, number}} 页。请输入不小于它的数，或选择别的规则。',
  'refusal.host-starved':
    '{{poolKiB, memory}} 的大页池只给其他一切留下 {{leftKiB, memory}}，而且每次开机都是如此；至少要留 {{reserveKiB, memory}}。请让虚拟机不超过 {{largestKiB, memory}}。',
  'refusal.too-little-free-now':
    '大页池要增加 {{growthKiB, memory}}，但现在可用的只有 {{availableKiB, memory}}，还要给宿主机留下 {{reserveKiB, memory}}。请关掉占用 {{shortByKiB, memory}} 的程序，或选择更小的虚拟机。',
  'refusal.user-name-unusable':
    '账户名“{{user}}”里有不能安全放进 root 命令的字符。请手动把该账户加入 kvm 组，然后重新检查。',
  'refusal.file-not-writable':
    '{{folder}} 以只读方式挂载，无法保存任何设置。请让它可写；如果您已在 kvm 组里，也可以关闭“重启后保留”。',
  'refusal.file-unreadable': '{{file}} 无法读取，因此不会改动它。请让它可读（chmod 0644），或关闭“重启后保留”。',
  'refusal.file-is-symlink':
    '{{file}} 是指向 {{target}} 的符号链接，由别的程序生成。请关闭“重启后保留”，到那个程序里设置挂载。',
  'refusal.generated-by-nixos':
    'NixOS 自己生成 fstab 和 sysctl 文件。请关闭“重启后保留”，并在 configuration.nix 里设置 boot.kernel.sysctl."vm.nr_hugepages" 和 fileSystems."/dev/hugepages"。',
  'refusal.path-not-usable': '{{path}} 存在，但不是目录，无法在那里挂载。请查明它的来历并移除它。',

  'note.login-again':
    '当前的登录会话还没有 {{group}} 组。应用之后，请先注销再登录（仍不行就重启机器），然后再启动虚拟机。',
  'note.own-fstab-line': '{{file}} 第 {{line, number}} 行是您自己为这个挂载点写的，会原样保留；我们会写成：{{ours}}',
  'note.own-fstab-line-boot-risk':
    '{{file}} 第 {{line, number}} 行是您自己写的，没有“nofail”：一旦挂载失败，机器会进入紧急模式。它会原样保留；建议换成：{{ours}}',
  'note.later-sysctl-wins':
    '开机时 {{file}}（第 {{line, number}} 行）读得更晚，它设为 {{theirPages, number}} 页，而不是 {{ourPages, number}} 页。请修改或删除那一行，否则下次开机后大页池会是另一个大小。',
  'note.not-persistable':
    'sysctl.d 只能保存默认页大小的大页池。要在每次开机后都有 {{pageKiB, memory}} 的页，请在内核启动参数里加上：{{parameters}}',
  'note.not-persisted': '只到下次重启为止：您选择了不保留。届时大页池、挂载及其权限都会消失，用户组会留下。',
  'note.others-hold-pages_other': '其他程序占着 {{count, number}} 页（{{heldKiB, memory}}），会在此之外另行保留。',
  'note.keeps-larger-pool_other':
    '大页池比这台虚拟机所需多出 {{count, number}} 页（{{spareKiB, memory}}），会保留；要缩小，请选择“归还不用的页”。',
  'note.cannot-shrink-below-use': '大页池缩到 {{pages, number}} 页为止：这么多页正在使用或已被承诺。',
  'note.rounded-up-to-page':
    '{{guestKiB, exact}} 不是 {{pageKiB, memory}} 的整数倍。QEMU 会占用 {{wholeKiB, exact}}，方案也照此计算。',
  'note.may-come-short': '内核只能给出拼得成整块的页。如果凑不够，会告诉您实际得到多少；刚开机时通常能全部拿到。',
  'note.directory-has-other-group':
    '{{path}} 目前属于编号为 {{gid}} 的组，该组可以写入。之后它将属于 {{group}}；靠原来那个组访问的程序在撤销之前都无法访问。',
  'note.stacked-mounts':
    '{{path}} 上叠了 {{count, number}} 层挂载，只有最上面一层有效。请逐层卸载到只剩一层（sudo umount {{path}}），然后重新检查。',
  'note.libvirt-restart':
    'libvirt 只在启动时认识新的挂载：完成后请重启它（sudo systemctl restart libvirtd，或 virtqemud）。',
  'note.transparent-pages-serve':
    '透明大页已开启（{{mode}}）：只要内核有富余，QEMU 已经能用上大块的页。大页池带来的是确定性，而不是承诺的速度。',
  'note.runs-as-root': '这个方案针对 root 账户，它不需要用户组。其他用户的虚拟机要等其账户加入 kvm 组后才能访问。',
  'note.not-an-administrator': '您的账户不在 sudo、wheel、admin 任何一个组里，密码对话框会要求输入别人或 root 的密码。',
  'note.nothing-to-do': '一切都已符合这个方案，不会改动任何东西，可以直接去“验证”。',

  'step.group.title': '创建用户组 {{group}}',
  'step.group.title-copy': '把用户组 {{group}} 写入 /etc/group',
  'step.group.reason': '组里的人可以使用虚拟机的大页池。必须先有这个组，才能在别处引用它，否则下次开机可能失败。',
  'step.group.undo': '如果该组是这里创建的，就删除它。',
  'step.membership.title': '把 {{user}} 加入 {{group}} 组',
  'step.membership.title-root': '账户 {{user}} 不需要用户组',
  'step.membership.reason': 'QEMU 以您的身份运行。不在组里，它访问大页池时会得到“Permission denied”。',
  'step.membership.undo': '如果您是在这里被加入的，就把您移出该组。',
  'step.mount.title': '在 {{path}} 挂载大页',
  'step.mount.title-adjust': '让 {{group}} 组可以使用 {{path}}',
  'step.mount.reason': 'QEMU 通过 hugetlbfs 挂载取得内存。换成普通目录它也会照收不误，给的却是普通内存。',
  'step.mount.reason-adjust': '那里已经挂载了大页，但该组不能写入。这里直接修改归属：再挂载一次只会叠上第二层。',
  'step.mount.undo': '卸载它，或恢复原来的组和权限。',
  'step.pool.title-grow': '把大页池从 {{from, number}} 页增加到 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.title-shrink': '把大页池从 {{from, number}} 页缩小到 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.title-same': '大页池有 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.reason': '这些页专门留给虚拟机，宿主机不能再作他用。内核给的可能比要求的少，所以会读回确认。',
  'step.pool.undo': '大页池恢复到 {{from, number}} 页。',
  'step.sysctl.title': '在 {{file}} 里设定每次开机 {{pages, number}} 页',
  'step.sysctl.title-left-out': '不为下次开机保存大页池大小',
  'step.sysctl.reason': '刚开机时内存还是完整的，内核能找到所有的页。',
  'step.sysctl.undo': '文件恢复原来的内容；原先没有就删除。',
  'step.fstab.title': '在 {{file}} 里加一行，每次开机自动挂载',
  'step.fstab.title-left-out': '不向 {{file}} 添加内容',
  'step.fstab.reason': '带有“nofail”，开机绝不会因为这一行而停住。替换文件前先检查，旧文件会保留。',
  'step.fstab.undo': '文件逐字节恢复原样。',
  'step.reload.title': '告诉 systemd：fstab 已更改',
  'step.reload.title-left-out': '不需要通知 systemd',
  'step.reload.reason': 'systemd 只在开机和这次调用时读取 fstab；不通知它，它会提示自己手里的是旧版本。',
  'step.reload.undo': '恢复旧文件后再通知 systemd 一次。',
  'step.state.todo': '将执行',
  'step.state.already': '已经如此',
  'step.state.left-out': '略过',
};
