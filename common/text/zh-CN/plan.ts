import type { TranslationOf } from '../catalogue';
import type { planText as english } from '../en/plan';

export const planText: TranslationOf<typeof english> = {
  'refusal.not-linux':
    '当前系统是 {{platform}}，不是 Linux。QEMU 的大页是 Linux 内核的功能：请在运行虚拟机的那台 Linux 机器上使用本程序。',
  'refusal.container': '当前环境是容器（{{file}}）。大页池属于宿主机：请在宿主机上运行本程序。',
  'refusal.no-hugetlbfs':
    '内核 {{kernel}} 不支持 hugetlbfs。请改用以 CONFIG_HUGETLBFS=y 编译的内核启动；Debian、Ubuntu、Fedora、Arch 和 openSUSE 自带的内核都是如此。',
  'refusal.memory-unknown':
    '/proc/meminfo 没有给出内存总量，因此无法判断多大才安全。请确认 /proc 已挂载，然后重新检查。',
  'refusal.page-size-unavailable': '当前内核没有 {{pageKiB, memory}} 的页。可选：{{sizes}}。',
  'refusal.guest-too-small': '虚拟机内存至少要有一整页，即 {{pageKiB, memory}}。请填写更大的虚拟机内存。',
  'refusal.guest-too-large':
    '虚拟机要 {{guestKiB, memory}} 内存，而本机总共只有 {{totalKiB, memory}}。请改为不超过 {{largestKiB, memory}}。',
  'refusal.pages-too-few':
    '内存 {{guestKiB, memory}} 的虚拟机需要 {{neededPages, number}} 页。请填写不小于它的页数，或换一种计算方式。',
  'refusal.host-starved':
    '大页池占用 {{poolKiB, memory}} 后，留给其他用途的只剩 {{leftKiB, memory}}，而且每次开机都是如此；至少要留 {{reserveKiB, memory}}。请把虚拟机内存改为不超过 {{largestKiB, memory}}。',
  'refusal.host-starved-at-boot':
    '大页池会是 {{poolKiB, memory}}，而且从此每次开机都是如此，留给其他用途的只剩 {{leftKiB, memory}}；至少要留 {{reserveKiB, memory}}。请选择“归还闲置的页”（--give-back），停掉其他使用大页的程序，或关闭“重启后保留”（--no-persist）。',
  'refusal.too-little-free-now':
    '大页池要增加 {{growthKiB, memory}}，但现在可用的只有 {{availableKiB, memory}}，还要给宿主机保留 {{reserveKiB, memory}}。请关闭一些程序，腾出 {{shortByKiB, memory}}，或减小虚拟机内存。',
  'refusal.user-name-unusable':
    '账户名“{{user}}”里有些字符放进 root 命令不安全。请手动把该账户加入 kvm 组，然后重新检查。',
  'refusal.file-not-writable':
    '{{folder}} 以只读方式挂载，无法保存任何设置。请让它可写；如果您已在 kvm 组里，也可以关闭“重启后保留”（--no-persist）。',
  'refusal.file-unreadable':
    '{{file}} 无法读取，因此不会改动它。请让它可读（chmod 0644），或关闭“重启后保留”（--no-persist）。',
  'refusal.file-is-symlink':
    '{{file}} 是指向 {{target}} 的符号链接，由其他程序生成。请关闭“重启后保留”（--no-persist），到那个程序里设置挂载点。',
  'refusal.generated-by-nixos':
    'NixOS 自己生成 fstab 和 sysctl 文件。请关闭“重启后保留”（--no-persist），并在 configuration.nix 里设置 boot.kernel.sysctl."vm.nr_hugepages" 和 fileSystems."/dev/hugepages"。',
  'refusal.path-not-usable': '{{path}} 存在，但不是目录，无法在那里挂载。请查明它的来历并移除它。',

  'note.login-again':
    '{{group}} 组在当前登录会话中还没有生效。请在加入该组之后、启动虚拟机之前，注销并重新登录（仍不行就重启机器）。',
  'note.own-fstab-line':
    '{{file}} 第 {{line, number}} 行是您自己为这个挂载点写的，会原样保留；若由本程序来写，则是：{{ours}}',
  'note.own-fstab-line-boot-risk':
    '{{file}} 第 {{line, number}} 行是您自己写的，没有“nofail”：一旦挂载失败，机器开机会进入紧急模式。它会原样保留；请自行换成：{{ours}}',
  'note.later-sysctl-wins':
    '开机时 {{file}}（第 {{line, number}} 行）读取得更晚，会设为 {{theirPages, number}} 页，而不是 {{ourPages, number}} 页。请修改或删除那一行，否则下次开机后大页池会是另一个大小。',
  'note.not-persistable':
    'sysctl.d 只能设置默认页大小的大页池。要在每次开机后都有 {{pageKiB, memory}} 的页，请在内核启动参数里加上：{{parameters}}',
  'note.not-persisted': '只在下次重启之前有效：您选择了不保留。重启后大页池、挂载点及其权限都会消失，用户组会留下。',
  'note.others-hold-pages_other': '其他程序占用了 {{count, number}} 页（{{heldKiB, memory}}），会在此之外另行保留。',
  'note.keeps-larger-pool_other':
    '大页池比这台虚拟机所需多出 {{count, number}} 页（{{spareKiB, memory}}），这些页会保留；要缩小大页池，请选择“归还闲置的页”（--give-back）。',
  'note.cannot-shrink-below-use': '大页池不能小于 {{pages, number}} 页：这么多页目前已使用或已预留。',
  'note.rounded-up-to-page':
    '{{guestKiB, exact}} 不是 {{pageKiB, memory}} 的整数倍。QEMU 会占用 {{wholeKiB, exact}}，方案也照此计算。',
  'note.may-come-short': '大页只能由连续的空闲内存拼成。如果内核凑不够，会告诉您实际得到多少；刚开机时通常能全部拿到。',
  'note.directory-has-other-group':
    '{{path}} 目前属于 GID 为 {{gid}} 的组，该组可以写入。应用后它将归 {{group}} 组所有；原来靠那个组访问的程序会失去权限，直到您撤销为止。',
  'note.stacked-mounts':
    '{{path}} 上叠了 {{count, number}} 层挂载，只有最上面一层有效。请逐层卸载到只剩一层（sudo umount {{path}}），然后重新检查。',
  'note.libvirt-restart':
    'libvirt 只在启动时识别新的挂载点：应用后请重启它（sudo systemctl restart libvirtd，或 virtqemud）。',
  'note.transparent-pages-serve':
    '透明大页已开启（{{mode}}）：只要内核腾得出大页，QEMU 就已经在用。大页池是多一份保证，并不承诺更快。',
  'note.runs-as-root':
    '这个方案针对 root 账户，它不需要用户组。其他用户的虚拟机要等其账户加入 kvm 组后才能使用大页池。',
  'note.not-an-administrator':
    '您的账户不在 sudo、wheel、admin 任何一个组里，密码对话框会要求输入其他用户或 root 的密码。',
  'note.nothing-to-do': '一切都已符合这个方案，不会做任何改动，可以直接启动虚拟机并验证。',

  'step.group.title': '创建用户组 {{group}}',
  'step.group.title-copy': '把用户组 {{group}} 写入 /etc/group',
  'step.group.reason': '组内成员可以使用虚拟机的大页池。必须先有这个组，其他设置才能引用它，否则下次开机可能失败。',
  'step.group.undo': '如果该组是由本方案创建的，就删除它。',
  'step.membership.title': '把 {{user}} 加入 {{group}} 组',
  'step.membership.title-root': '账户 {{user}} 不需要用户组',
  'step.membership.reason': 'QEMU 以您的身份运行。不在组里，它访问大页池时会报“Permission denied”。',
  'step.membership.undo': '如果您是由本方案加入该组的，就把您移出。',
  'step.mount.title': '在 {{path}} 挂载大页',
  'step.mount.title-adjust': '让 {{group}} 组可以使用 {{path}}',
  'step.mount.reason': 'QEMU 通过 hugetlbfs 挂载点取得大页。给它普通目录，它也会照收不误，用的却是普通内存。',
  'step.mount.reason-adjust': '那里已经挂载了大页，但该组不能写入。这里直接修改归属：再挂载一次只会叠上第二层。',
  'step.mount.undo': '卸载它，或恢复原来的组和权限。',
  'step.pool.title-grow': '把大页池从 {{from, number}} 页增加到 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.title-shrink': '把大页池从 {{from, number}} 页缩小到 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.title-same': '大页池保持 {{to, number}} 页（{{toKiB, memory}}）',
  'step.pool.reason': '这些页专门留给虚拟机，宿主机不能挪作他用。内核给的可能比要求的少，所以会读回确认。',
  'step.pool.undo': '大页池恢复到 {{from, number}} 页。',
  'step.sysctl.title': '写入 {{file}}，每次开机设为 {{pages, number}} 页',
  'step.sysctl.title-left-out': '大页池大小不保留到下次开机',
  'step.sysctl.reason': '刚开机时内存还是连续的，内核能凑齐所有大页。',
  'step.sysctl.undo': '文件恢复原来的内容；原先没有就删除。',
  'step.fstab.title': '在 {{file}} 里加一行，每次开机自动挂载',
  'step.fstab.title-left-out': '不向 {{file}} 添加内容',
  'step.fstab.reason': '带有“nofail”，开机绝不会因为这一行而卡住。替换文件前会先检查，旧文件会保留。',
  'step.fstab.undo': '文件恢复原样，一个字节也不差。',
  'step.reload.title': '通知 systemd：fstab 已更改',
  'step.reload.title-left-out': '不需要通知 systemd',
  'step.reload.reason': 'systemd 只在开机时和收到这个通知时读取 fstab；不通知它，它会警告所用的 fstab 已过时。',
  'step.reload.undo': '恢复旧文件后，再通知 systemd 一次。',
  'step.script.title': '修改启动脚本 {{path}}',
  'step.script.reason':
    '改好以后，QEMU 会从大页池取虚拟机的内存。这个脚本只有 root 才能修改，所以在这里用同一次密码完成：只改需要改的那几处，而且文件必须与读取时一致。',
  'step.script.undo': '脚本恢复原样，一个字节也不差，所有者和权限也不变。',
  'step.state.todo': '将执行',
  'step.state.already': '无需改动',
  'step.state.left-out': '跳过',
};
