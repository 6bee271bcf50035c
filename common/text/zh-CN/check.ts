import type { TranslationOf } from '../catalogue';
import type { checkText as english } from '../en/check';

export const checkText: TranslationOf<typeof english> = {
  'light.ok': '正常',
  'light.hint': '供参考',
  'light.warning': '需要注意',
  'light.problem': '无法继续',

  'finding.platform.title': '操作系统',
  'finding.platform.ok': '{{distribution}}，Linux 内核 {{kernel}}。',
  'finding.platform.unnamed': 'Linux 内核 {{kernel}}，发行版没有给出名称。',
  'finding.platform.wsl':
    '当前系统是 WSL，即运行在 Windows 虚拟机里的 Linux。大页池占用的是 Windows 分给它的内存（见 .wslconfig），QEMU 还需要嵌套虚拟化。若想让虚拟机跑得快，请改用直接装在硬件上的 Linux。',
  'finding.platform.not-linux': '当前系统是 {{platform}}，不是 Linux。请在运行虚拟机的那台 Linux 机器上使用本程序。',

  'finding.kernel.title': '内核',
  'finding.kernel.ok': '内核支持 hugetlbfs，可用的页大小：{{sizes}}。',
  'finding.kernel.other-default':
    '内核支持 hugetlbfs，可用的页大小：{{sizes}}；但默认大页是 {{pageKiB, memory}}，而不是 2 MiB，HugePages_* 和 vm.nr_hugepages 都按这个大小计数。请在“规划”页面为虚拟机选择页大小。',
  'finding.kernel.no-hugetlbfs':
    '当前内核（{{kernel}}）不支持 hugetlbfs，无法建立大页池。请改用发行版自带的内核（CONFIG_HUGETLBFS=y）启动，然后重新检查。',
  'finding.kernel.no-pages':
    '内核支持 hugetlbfs，却没有提供任何大页。如果这台机器本身是虚拟机，请让它的虚拟机管理程序透传处理器标志 pse；否则请确认 /sys 已挂载，然后重新检查。',

  'finding.cpu.title': '处理器',
  'finding.cpu.ok': '处理器支持 2 MiB 和 1 GiB 大页。',
  'finding.cpu.only-2mib': '处理器支持 2 MiB 大页，足够虚拟机使用；不支持 1 GiB 大页。',
  'finding.cpu.no-pse':
    '处理器没有 pse 标志（表示支持 2 MiB 大页）。如果这台机器本身是虚拟机，请让它的虚拟机管理程序透传该标志。最终以内核提供的页大小为准。',
  'finding.cpu.unknown': '无法从处理器信息得知它支持哪些页大小。最终以内核提供的页大小为准。',

  'finding.container.title': '容器',
  'finding.container.ok': '本程序没有运行在容器里。',
  'finding.container.inside': '本程序运行在容器里。大页池、挂载点和 /etc 都属于宿主机，请在宿主机上安装并启动本程序。',

  'finding.pool.title': '大页池',
  'finding.pool.none': '内核不提供大页，因此没有大页池。请换用支持大页的内核启动，然后重新检查。',
  'finding.pool.empty': '{{pageKiB, memory}} 大页池是空的。方案会按虚拟机的需要填充它。',
  'finding.pool.ok_other':
    '大页池有 {{count, number}} 个 {{pageKiB, memory}} 的大页（共 {{poolKiB, memory}}），其中 {{spare, number}} 个还可以分给其他虚拟机。',
  'finding.pool.idle_other':
    '大页池有 {{count, number}} 个 {{pageKiB, memory}} 的大页，但没有程序在用：在虚拟机用上它们之前，这 {{poolKiB, memory}} 内存一直闲置，其他程序也用不了。请启动虚拟机，或者通过方案归还给宿主机。',
  'finding.pool.surplus_other':
    '大页池有 {{count, number}} 个 {{pageKiB, memory}} 的大页，比设定的多出 {{surplus, number}} 个：它们要么在缩小大页池时仍被占用，要么是按需临时借出的；占用它们的虚拟机退出后就会归还。',

  'finding.counters.title': '计数器',
  'finding.counters.none': '内核没有大页池，因此没有 HugePages_* 计数器。请换用支持大页的内核启动，然后重新检查。',
  'finding.counters.ok':
    'Total {{total, number}}：整个大页池。Free {{free, number}}：尚未分配。Rsvd {{promised, number}}：尚未分配，但已预留给某个程序。Surp {{surplus, number}}：超出设定的部分。合计：已使用 {{inUse, number}} 页 + 已预留 {{promised, number}} 页 = {{held, number}} 页 = {{heldKiB, memory}}。',

  'finding.host-memory.title': '宿主机内存',
  'finding.host-memory.ok':
    '共 {{totalKiB, memory}}，目前可用 {{availableKiB, memory}}。宿主机自己保留 {{reserveKiB, memory}}，虚拟机最多可以用 {{largestKiB, memory}}。',
  'finding.host-memory.low':
    '共 {{totalKiB, memory}}，目前只有 {{availableKiB, memory}} 可用，少于宿主机自己要保留的 {{reserveKiB, memory}}。请先关闭一些程序，再扩大大页池。',
  'finding.host-memory.unknown': '读不到内存总量。请确认 /proc 已挂载，然后重新检查。',

  'finding.nodes.title': 'NUMA 节点',
  'finding.nodes.ok': '所有处理器访问内存的距离都一样，不需要把大页分摊到不同节点。',
  'finding.nodes.several':
    '内存分布在 {{nodes}} 个节点上，内核会把大页池分摊到各节点：{{spread}}。绑定在某个节点上的虚拟机只能使用该节点的大页。',

  'finding.mount.title': '挂载点',
  'finding.mount.ok': '{{path}} 是 hugetlbfs，页大小为 {{pageKiB, memory}}。',
  'finding.mount.missing': '{{path}} 不存在。方案会创建它并挂载 hugetlbfs。',
  'finding.mount.plain':
    '{{path}} 只是普通目录：QEMU 照样能启动，也不会报错，但一个大页都用不上。方案会在这里挂载 hugetlbfs。',
  'finding.mount.not-a-directory': '{{path}} 存在，但不是目录。请查明它从何而来，把它移走，然后重新检查。',
  'finding.mount.unreadable': '没有权限查看 {{path}}，无法知道那里挂载了什么。请放开上级目录的访问权限，然后重新检查。',
  'finding.mount.other-size':
    '{{path}} 是 hugetlbfs，但页大小为 {{pageKiB, memory}}，而默认大页是 {{defaultKiB, memory}}。方案会为默认大小另设一个目录。',
  'finding.mount.stacked':
    '{{path}} 上叠着 {{mounts}} 层 hugetlbfs 挂载，只有最上面一层有效。请关闭虚拟机，然后反复运行“umount {{path}}”，直到只剩一层。',

  'finding.access.title': '访问权限',
  'finding.access.ok': '{{group}} 组可以写入 {{path}}。',
  'finding.access.everybody':
    '本机上的任何人都可以写入 {{path}}、占用大页池，不限于 {{group}} 组。若要限制：sudo chmod o-w {{path}}',
  'finding.access.not-yet': '{{path}} 还没有挂载 hugetlbfs。方案会在挂载时给 {{group}} 组访问权限。',
  'finding.access.only-you': '您自己可以写入 {{path}}，但 {{group}} 组不行。方案会把该目录交给这个组。',
  'finding.access.denied':
    '{{group}} 组不能写入 {{path}}，QEMU 启动时会报“Permission denied”并退出。方案会把该目录交给这个组。',

  'finding.group.title': '用户组',
  'finding.group.ok': '{{group}} 组已存在（GID {{gid}}）。',
  'finding.group.usr-lib': '{{group}} 组只写在 /usr/lib/group 里，无法往里添加成员。方案会把这一行复制到 /etc/group。',
  'finding.group.missing': '/etc/group 里没有 {{group}} 组。方案会创建它。',

  'finding.membership.title': '组成员',
  'finding.membership.ok': '{{user}} 属于 {{group}} 组，在当前登录会话中已经生效。',
  'finding.membership.root': '当前用户是 root，不需要加入任何组；其他用户启动虚拟机时则需要：请以那个用户运行本程序。',
  'finding.membership.unknown':
    '查不到您的账户名，因此不知道它是否属于 {{group}} 组。请在终端里运行“id”；如果里面没有 {{group}}，请手动加入。',
  'finding.membership.listed':
    '{{user}} 属于 {{group}} 组。本程序以 root 身份运行，看不出这在该用户的登录会话中是否已经生效；如果 QEMU 报“Permission denied”，请注销并重新登录。',
  'finding.membership.not-active':
    '{{user}} 属于 {{group}} 组，但当前登录会话开始得更早，因此尚未生效。请注销并重新登录；如果仍然无效，请重启机器。',
  'finding.membership.only-session':
    '当前登录会话已有 {{group}} 组的权限，但 /etc/group 里没有列出 {{user}}。方案会把 {{user}} 加进去，以后也一直有效。',
  'finding.membership.not-a-member': '{{user}} 不属于 {{group}} 组。方案会把 {{user}} 加进去；之后请注销并重新登录。',

  'finding.fstab.title': '开机挂载',
  'finding.fstab.none': '/etc/fstab 里没有挂载 {{path}} 的行，下次开机后只有 root 能写入那里。方案会加上这一行。',
  'finding.fstab.ours': '/etc/fstab 里已有本程序为 {{path}} 写的一行。',
  'finding.fstab.own': '/etc/fstab 里已有您自己为 {{path}} 写的一行，不会妨碍开机，将保持原样。',
  'finding.fstab.boot-risk':
    '/etc/fstab 第 {{line}} 行挂载 {{path}} 时没有 nofail：一旦挂载失败，机器开机会进入紧急模式。请在选项里加上 nofail。',
  'finding.fstab.unknown-group':
    '/etc/fstab 第 {{line}} 行用到的 {{group}} 组不存在，开机时会挂载失败。方案会创建这个组。',
  'finding.fstab.unknown-group-boot-risk':
    '/etc/fstab 第 {{line}} 行用到的 {{group}} 组不存在，又没有 nofail：下次开机会进入紧急模式。方案会创建这个组；也请在选项里加上 nofail。',
  'finding.fstab.other-type':
    '/etc/fstab 第 {{line}} 行在 {{path}} 挂载的是 {{type}} 而不是 hugetlbfs，QEMU 从那里得不到大页。请删掉这一行，然后重新检查。',
  'finding.fstab.noauto': '/etc/fstab 第 {{line}} 行带有 noauto，开机时不会挂载 {{path}}。请从选项里去掉 noauto。',
  'finding.fstab.several':
    '/etc/fstab 里有 {{entries}} 行都是挂载 {{path}} 的（第 {{lines}} 行），只能有一行起作用。请只保留一行。',
  'finding.fstab.symlink':
    '/etc/fstab 是指向 {{target}} 的链接，由系统配置生成，直接改动会丢失。请在系统配置里设置这个挂载点。',
  'finding.fstab.read-only':
    '/etc/fstab 所在的文件系统是只读的，无法修改。请以可写方式重新挂载，或者让方案不改动开机设置。',
  'finding.fstab.unreadable': '读不了 /etc/fstab。请让所有人都能读取它（chmod 644），然后重新检查。',

  'finding.sysctl.title': '开机时的大页池',
  'finding.sysctl.none': '没有任何设置会在开机时填充大页池，下次开机后它是空的。方案可以写入 {{file}}。',
  'finding.sysctl.boot-parameter':
    '内核命令行会在开机时填充大页池，sysctl.d 里没有文件改动它。方案会写入 {{file}}，默认大小的页数从此以它为准。',
  'finding.sysctl.ok': '{{file}} 在开机时把 vm.nr_hugepages 设为 {{pages, number}}。',
  'finding.sysctl.differs':
    '{{file}} 在开机时把 vm.nr_hugepages 设为 {{pages, number}}，而现在是 {{now, number}}：要么后来改过，要么开机时没有足够的连续内存。方案会把两者重新设好。',
  'finding.sysctl.later-wins':
    '{{file}} 在开机时把 vm.nr_hugepages 设为 {{pages, number}}，但 {{winnerFile}}（第 {{line}} 行）读取得更晚，把它改成了 {{winnerPages, number}}。请删掉那一行。',
  'finding.sysctl.would-win':
    '{{winnerFile}}（第 {{line}} 行）在开机时把 vm.nr_hugepages 设为 {{winnerPages, number}}，而且读取顺序在方案要写的 {{file}} 之后。请删掉那一行，否则每次开机都以它为准。',
  'finding.sysctl.unread':
    '/etc/sysctl.conf 把 vm.nr_hugepages 设为 {{pages, number}}，但 systemd 开机时不读这个文件。方案会写入它会读取的 {{file}}。',

  'finding.transparent.title': '透明大页',
  'finding.transparent.on':
    '透明大页已开启（{{mode}}）：不用大页池的虚拟机在内存允许时也能得到 2 MiB 的页，目前以这种方式使用的内存有 {{anonHugeKiB, memory}}。大页池是另一种机制：它保证有页可用，也不计入这里。此项保持原样即可。',
  'finding.transparent.never':
    '透明大页已关闭（never）：不用大页池的虚拟机只能得到 4 KiB 的页。大页池是另一种机制，不受影响。',
  'finding.transparent.unknown': '无法从内核得知透明大页是否开启。大页池不受影响。',

  'finding.prompt.title': '密码对话框',
  'finding.prompt.ok': '应用方案时，系统能弹出对话框让您输入密码。',
  'finding.prompt.root': '本程序以 root 身份运行，不需要输入密码。用普通用户启动会更安全。',
  'finding.prompt.no-new-privs':
    '按本程序的启动方式，系统不允许它请求授权（NoNewPrivs）。请从应用程序菜单或终端重新启动它；或者复制方案的脚本，用 sudo 运行。',
  'finding.prompt.no-pkexec':
    '系统里没有 pkexec，无法弹出密码对话框。请安装它（软件包 pkexec 或 polkit）；或者复制方案的脚本，用 sudo 运行。',
  'finding.prompt.not-an-administrator': '您的账户不在 sudo、wheel、admin 任何一个组里，届时需要输入管理员的密码。',

  'finding.run.title': '先前的操作',
  'finding.run.running': '有一个方案正在应用（启动它的窗口可能已经关闭）。请等它结束，然后重新检查，看哪些已经生效。',
  'finding.run.interrupted':
    '先前的一次操作还没结束就被中断了。已完成的部分会显示在这里；重新生成方案并应用，即可补完其余步骤。旧值保存在 /var/lib/hugepages-guide/journal。',
};
