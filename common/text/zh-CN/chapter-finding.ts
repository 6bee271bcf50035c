import type { TranslationOf } from '../catalogue';
import type { findingText as english } from '../en/chapter-finding';

export const findingText: TranslationOf<typeof english> = {
  'chapter.finding.name': '查找内存',
  'chapter.finding.title': '处理器怎样找到内存',
  'chapter.finding.lead': '每次访问内存，都要先回答：这一页在哪里？用了大页，查表的路更短，查到一次能管的内存也更多。',
  'chapter.finding.tables':
    '程序看不到自己的内存究竟放在哪里。它用的是自己的一套地址，处理器要靠内核维护的页表逐个换算，就像按地址找一户人家：先找城市，再找街道，最后找门牌号。',
  'chapter.finding.shortcut': '上层页表里的一项也可以直接指向一整个大页。查到这里就结束了，下层的表根本用不着。',
  'chapter.finding.twice.title': '虚拟机要查两遍',
  'chapter.finding.twice':
    '虚拟机里的系统（客户机）也有自己的页表。但客户机眼里的“真实内存”，在宿主机看来仍然只是地址。所以客户机每查一步，都要先用宿主机的页表把地址换算一遍。',
  'chapter.finding.caches':
    '处理器会记住一部分查过的路，很少真的这么慢。可一旦要从头查到底，差别就出来了：虚拟机比别的程序更喜欢大页，正是这个缘故。',
  'chapter.finding.tlb.title': '记住了，就不用再查',
  'chapter.finding.tlb':
    '大多数时候，处理器根本不查表。它把最近查到的结果记在自己的一小块存储里，叫做 TLB。只要结果还记着，马上就能找到；程序用的内存超出 TLB 管得到的范围，就又得一步步查表。',
  'chapter.finding.both':
    '在虚拟机里，只有宿主机和客户机在同一处都用大页，TLB 的一项才能管 2 MiB。大页池负责宿主机这一半；客户机那一半，通常由它自己的透明大页完成。至于查表的路变短，只要有大页池就能做到。',
  'chapter.finding.honest':
    '您能感觉到多少，要看虚拟机里在做什么。总在几 MiB 里打转的程序几乎不用查表；像大型数据库那样在几 GiB 里跳来跳去的，就要查很多次。',

  'figure.walk.title': '从地址到字节',
  'figure.walk.see': '每张表都写着下一张表在哪里。选更大的页试试：最后几张表不见了，省下的位改用来数页内的字节。',
  'figure.walk.page-size': '页大小',
  'figure.walk.bits': '{{bits}} 位',
  'figure.walk.table': '表 {{number}}',
  'figure.walk.page': '页，{{pageKiB, memory}}',
  'figure.walk.at-start': '开始之前',
  'figure.walk.at': '第 {{step, number}} 次查表，共 {{lookUps, number}} 次',
  'figure.walk.at-end_other': '查表 {{count}} 次，找到了',
  'figure.walk.step.start': '程序要读地址 {{address}} 处的字节。处理器只知道表 1 在哪里，别的都不知道。',
  'figure.walk.step.table': '地址中接下来的 9 位选中表 {{number}} 的第 {{entry}} 项，它写着表 {{next}} 在哪里。',
  'figure.walk.step.page': '表 {{number}} 的第 {{entry}} 项写着这个 {{pageKiB, memory}} 的页在哪里。不用再查表了。',
  'figure.walk.step.byte':
    '最后 {{bits}} 位说明是页内的哪个字节：编号 {{byte, number}}。到这时才真正读内存，此前已经查了 {{lookUps, number}} 次表。',
  'figure.walk.row': '{{pageKiB, memory}} 的页',
  'figure.walk.lookups_other': '查表 {{count}} 次',
  'figure.walk.levels.said': '这台机器的地址有 {{bits}} 位，找到一个普通页要经过 {{levels}} 张表。',
  'figure.walk.levels.assumed': '无法得知这台机器的地址有多长，这里按最常见的情况来算：{{levels}} 张表。',

  'figure.nested.title': '查表之中还要查表',
  'figure.nested.see': '像大页池那样让宿主机用上大页：不管客户机怎样，查表都能省掉整整一列。',
  'figure.nested.host': '宿主机的页（大页池）',
  'figure.nested.guest': '客户机的页',
  'figure.nested.row': '客户机的表 {{number}}',
  'figure.nested.byte': '要找的字节',
  'figure.nested.head.host': '宿主机的表',
  'figure.nested.head.guest': '客户机的表',
  'figure.nested.key.host': '查一次宿主机的表',
  'figure.nested.key.guest': '查一次客户机的表',
  'figure.nested.key.saved': '不用再查',
  'figure.nested.sentence_other': '虚拟机访问一次内存，最多要查表 {{count}} 次。',
  'figure.nested.compare':
    '两边都用 4 KiB 的页、各有 {{bare}} 张表时，要查 {{most}} 次；不在虚拟机里的程序只要查 {{bare}} 次。',

  'figure.reach.title': 'TLB 管得到多少内存',
  'figure.reach.see': '每一条都代表虚拟机的全部内存，填色的部分是 TLB 管得到的。把虚拟机的内存调大，看看哪一条跟得上。',
  'figure.reach.vm': '虚拟机内存',
  'figure.reach.entries': 'TLB 的项数',
  'figure.reach.in-pages': '用 {{pageKiB, memory}} 的页',
  'figure.reach.covers': '{{guestKiB, memory}} 中的 {{reachKiB, memory}}',
  'figure.reach.covers-all': '全部 {{guestKiB, memory}}，最多能管 {{reachKiB, memory}}',
  'figure.reach.covers-just': '全部 {{guestKiB, memory}}',
  'figure.reach.scale': '按比例绘制；几乎为零时，用一条细线表示。',
  'figure.reach.said':
    '这台机器的处理器给出的项数是 {{entries, number}}，针对 4 KiB 的页（/proc/cpuinfo 里的 TLB size）。',
  'figure.reach.unsaid':
    '这台机器的处理器没有给出项数。{{entries, number}} 是 Intel 公布的 Skylake 的项数，大小两种页共用这些项。',
  'figure.reach.caution': '这只是粗略的估计：真正的处理器有好几个 TLB，其中一些给大页的项数更少。',
  'figure.reach.table': '这台虚拟机在两种页大小下各需要多少',
  'figure.reach.pages': '虚拟机的页数',
  'figure.reach.covered': 'TLB 管得到',
  'figure.reach.tables': 'QEMU 的页表',
  'figure.reach.now': '作个比较：这台机器上所有程序的页表，目前一共占 {{KiB, memory}}。',
};
