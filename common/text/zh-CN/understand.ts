import type { TranslationOf } from '../catalogue';
import type { understandText as english } from '../en/understand';

export const understandText: TranslationOf<typeof english> = {
  'understand.title': '什么是大页',
  'understand.lead':
    '内存按“页”管理。处理器每次访问内存都要知道那一页在哪里，而它只记得住最近用过的一些页。一个 {{sizeKiB, memory}} 的大页相当于 {{times, number}} 个普通页，需要查表的次数因此少得多。',
  'understand.figure.small': '{{pages, number}} 个 {{sizeKiB, memory}} 的普通页',
  'understand.figure.huge': '1 个 {{sizeKiB, memory}} 的大页',
  'understand.figure.caption': '同一块内存，两种分法：左边的每个小格，处理器都要单独记录。',
  'understand.machine.caption': '以本机全部 {{totalKiB, memory}} 内存计算',
  'understand.machine.size': '页大小',
  'understand.machine.pages': '页数',
  'understand.machine.table': '页表（每项 8 字节）',
  'understand.machine.of-size': '{{sizeKiB, memory}}',

  'understand.helps.title': '什么时候有用',
  'understand.helps.memory': '内存有好几 GiB、里面的程序又频繁跳跃访问内存的虚拟机：游戏、编译、数据库。',
  'understand.helps.certain': '要求运行平稳的虚拟机：大页从一开始就备好，不会被换出，也不会被拆散。',

  'understand.limits.title': '什么时候帮助不大',
  'understand.limits.transparent-always':
    '本机的透明大页是开启的（always）：只要内核腾得出大页，虚拟机就已经在用。大页池主要是多一份保证，速度不会有质的飞跃。',
  'understand.limits.transparent-madvise':
    '本机的透明大页对主动申请的程序开启（madvise），而 QEMU 会申请：只要内核腾得出大页，虚拟机就已经在用。大页池主要是多一份保证，速度不会有质的飞跃。',
  'understand.limits.transparent-never':
    '本机关闭了透明大页（never），不用大页池的虚拟机只能得到普通页。在这样的机器上，大页池的作用最明显。',
  'understand.limits.transparent-unknown':
    '在开启透明大页的机器上，只要内核腾得出大页，虚拟机就已经在用。无法从本机内核得知是否开启。',
  'understand.limits.small': '很小的虚拟机，或者大部分时间在等磁盘和网络的虚拟机，感觉不到差别。',
  'understand.limits.promise': '能提升多少取决于虚拟机里的程序，这里不承诺任何百分比。',

  'understand.costs.title': '有什么代价',
  'understand.costs.taken': '无论虚拟机是否在运行，大页池里的内存其他程序都用不了。',
  'understand.costs.taken-here': '本机 {{totalKiB, memory}} 内存中，目前已有 {{hugetlbKiB, memory}} 划给大页。',
  'understand.costs.fixed': '大页池不会被换出；使用大页的虚拟机也无法靠气球驱动（ballooning）缩小内存。',
  'understand.costs.hibernate': '常用休眠的笔记本电脑请慎重：休眠时大页池仍占满原来的大小。',
};
