import type { TranslationOf } from '../catalogue';
import type { whyText as english } from '../en/why';

export const whyText: TranslationOf<typeof english> = {
  'why.open': '为什么要这样？',
  'why.open-named': '为什么要这样？{{question}}',

  'why.group.question': '为什么先查组，再建组？',
  'why.group.first':
    '由脚本启动的 QEMU 以您的身份运行，要在大页挂载点里建文件，所以您所在的某个组必须能写入那里；各发行版习惯用 kvm 组。这一步要排在挂载之前，因为挂载选项里写着这个组：组不存在，挂载就会失败。',
  'why.group.second': 'getent 会查组的所有来源，不只是 /etc/group。只有哪里都查不到，才会执行 || 后面的命令去新建。',

  'why.membership.question': '为什么用 -aG，又为什么要重新登录？',
  'why.membership.first':
    '只写 -G，会把您的附加组整个换成后面列出的组，您会从其他组（包括 sudo）里全部退出。加上 -a 才是追加。',
  'why.membership.second':
    '会话在登录时取得组，再传给它启动的程序。所以要到下次登录才生效；如果那时还没有，请重启机器。',

  'why.mount.question': '为什么要建目录，再在上面挂载？',
  'why.mount.first':
    'hugetlbfs 不是磁盘，而是通往大页池的一扇门：在里面建的文件，内容就是大页。QEMU 正是靠建这样的文件来取大页，所以那里必须真的挂载了 hugetlbfs。',
  'why.mount.second':
    '没有挂载时，/dev/hugepages 只是普通目录：QEMU 照样启动，什么也不说，一个大页也不用。挂载选项写在 /etc/fstab 里，所以命令里只写路径。',

  'why.adjust.question': '为什么改属组，而不是重新挂载？',
  'why.adjust.first':
    'hugetlbfs 不理会 remount 时给的新选项；在同一个目录上再挂一次，又会叠在原来的上面。而目录的属组和权限随时可以改，改完立即生效，虚拟机运行时也行。',
  'why.adjust.second': '重新挂载（例如重启）之后就没有了，所以还要在 /etc/fstab 里写一行。',

  'why.pool.question': '为什么是 echo N | sudo tee 文件，而不是 sudo echo N > 文件？',
  'why.pool.first':
    '“>”由您自己的 shell 执行，那时 sudo 还没启动：文件会以您的身份打开，内核会拒绝（“Permission denied”）。换成管道，echo 以您的身份运行，输出一个数字，这就够了；打开文件的是 tee，它以 root 身份运行。',
  'why.pool.second':
    '内核找得到多少页就给多少，给少了也照样报告成功。所以写完必须再读一遍；教程里没有这一步，本程序会做。',

  'why.sysctl.question': '为什么在 sysctl.d 里单独放一个文件？',
  'why.sysctl.first':
    '写进 /proc 的值重启就没了。开机时，systemd 按文件名顺序读取 sysctl.d 里的所有文件，同一项以最后一次设置为准。',
  'why.sysctl.second':
    '单独一个文件，撤销时不会碰到别人的设置。不要写进 /etc/sysctl.conf：除非 sysctl.d 里有链接指向它，否则 systemd 不读它。',

  'why.fstab.question': '为什么这样写选项，为什么用 tee -a？',
  'why.fstab.first':
    '-a 是追加。没有它，tee 会把整个文件换掉，下次开机就找不到磁盘了。gid=kvm 和 mode=01770 只让这个组进来；其中的 1 使组员不能互相删除文件。',
  'why.fstab.second':
    '本程序比教程多写几个词：nofail，这一行出错也绝不会卡住开机；X-mount.mkdir，目录不存在就新建，因为 /dev 每次开机都是重新生成的；nosuid 和 nodev，因为那里面从来不会有程序和设备。',

  'why.script.question': '为什么用 sudoedit，而不是用 sudo 打开编辑器？',
  'why.script.first':
    '编辑器一旦以 root 身份运行，它和它的插件就能以 root 身份打开、修改、运行任何东西。sudoedit 先做一份归您所有的副本，以您的身份打开编辑器，等您保存之后，再以 root 身份写回原处。',
  'why.script.second':
    '本程序不需要编辑器：先确认文件仍是给您看过的那一个，再只改那几处。和 sudoedit 一样，它不碰符号链接，也不在其他用户可写的目录里动手，因为在那里文件可能中途被人调换。',

  'why.root-text.question': '几条命令，为什么要写这么多行？',
  'why.root-text.first':
    '教程里的命令都在里面。每条命令前后，还做了细心的人会做的事：先看有没有必要做，记下旧值，做完读回确认；哪一步失败了，就撤销前面的步骤。',
  'why.root-text.second':
    '全部是普通的 shell 脚本：前面都是函数，最后一行才调用。脚本万一传到一半断了，就什么都不会做。',

  'why.dialog.question': '为什么对话框里显示这样一行？',
  'why.dialog.first':
    '您在“确认”页面看过的脚本会整段交出去：先编码成一串字母、数字和少数符号（base64），再由以 root 身份运行的 shell 解开。对话框里看到的是这条命令的开头。',
  'why.dialog.second': '这样编码后，途中没有哪个 shell 能改动一个字；也没有文件可供别的程序在您输密码时偷换。',

  'why.by-hand.question': '为什么先 sudo sh，再粘贴？',
  'why.by-hand.first':
    'sudo sh 会以 root 身份打开一个 shell，执行您粘贴的内容；按 Ctrl+D 结束。粘贴到自己的 shell 里，脚本就以您的身份运行，到第一个需要 root 的步骤就停了。',
  'why.by-hand.second': '存成文件再运行也可以，但那样一来，您的其他程序可以在运行之前改动它。',

  'why.close-to-others.question': '为什么用 chmod o-w？',
  'why.close-to-others.first':
    'o 指其他人：既不是所有者也不在组里的人。-w 去掉写权限，在这里就是经由这个目录从大页池取页的权限。',
  'why.close-to-others.second': '组的权限不变。改动立即生效，到下次挂载为止。',

  'why.unmount.question': '为什么要卸载，还要卸载好几次？',
  'why.unmount.first':
    '同一个目录上，后一次挂载会盖住前一次，各有各的权限；而先前启动的程序还在用下面那个。umount 每次只去掉最上面的一层，所以要一直卸到只剩一层。',
  'why.unmount.second': '如果提示“target is busy”，说明还有程序在用，多半是虚拟机：请先关闭它。',

  'why.restart-libvirt.question': '为什么要重启 libvirt？',
  'why.restart-libvirt.first':
    'libvirt 只在启动时查找一次大页挂载点，并在每个挂载点里建自己的目录。后来才挂载的，它不知道。',
  'why.restart-libvirt.second': '正在运行的虚拟机不受影响：每台虚拟机都是独立的进程。',

  'why.install-pkexec.question': '为什么要安装 pkexec？',
  'why.install-pkexec.first':
    'pkexec 是 polkit 的一部分：桌面问过密码之后，由它以 root 身份运行命令。新版 Debian 和 Ubuntu 把它放在单独的软件包里。',
  'why.install-pkexec.second': '没有它就没有密码对话框，只能在终端里用 sudo 运行同样的脚本。',
};
