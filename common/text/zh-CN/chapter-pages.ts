import type { TranslationOf } from '../catalogue';
import type { pagesText as english } from '../en/chapter-pages';

export const pagesText: TranslationOf<typeof english> = {
  'chapter.pages.name': '最小单位',
  'chapter.pages.title': '内存的最小单位',
  'chapter.pages.lead': '内存按页分配，从不按字节分配。再小的东西也要占一整页。',
  'chapter.pages.ordinary':
    'Linux 把内存划分成一样长的页，PC 上的普通页是 4 KiB。0.9 KiB 的文件要占一整页，3 KiB 的文件也要占一整页。',
  'chapter.pages.huge':
    '大页也是页，只是更长：一个 2 MiB 的大页，相当于 512 个普通页连成一排。有些处理器还支持 1 GiB 的大页。',
  'chapter.pages.tenant':
    '用大页装小东西太浪费，没有人这样做。虚拟机却是最理想的住户：它的内存是一整块，只要虚拟机在运行就一直占着。4 GiB 的虚拟机要用 1,048,576 个普通页，换成 2 MiB 的大页只要 2,048 个，1 GiB 的大页只要 4 个。',
  'chapter.pages.here':
    '这台机器共有 {{totalKiB, memory}} 内存，也就是 {{smallPages, number}} 个普通页；换成 2 MiB 的大页是 {{hugePages, number}} 个。',
  'chapter.pages.next': '页少一些为什么更好，“查找内存”一章会讲到。在那之前先看看：内存里的那些空洞是怎么来的？',

  'figure.unit.title': '最小单位',
  'figure.unit.see': '页里画斜线的部分一直空着，别人也用不上。试试把文件变大，再把页变长。',
  'figure.unit.page-size': '一页有多长',
  'figure.unit.size': '另一个有多大',
  'figure.unit.known': '也可以直接选',
  'figure.unit.known.note': '便条 {{KiB, exact}}',
  'figure.unit.known.letter': '信件 {{KiB, exact}}',
  'figure.unit.known.photo': '照片 {{KiB, exact}}',
  'figure.unit.known.vm': '虚拟机 {{KiB, exact}}',
  'figure.unit.first': '{{KiB, exact}} 的文件',
  'figure.unit.second': '另一个：{{KiB, exact}}',
  'figure.unit.taken_other': '占 {{count, number}} 页，空着 {{emptyKiB, exact}}',
  'figure.unit.filled_other': '正好占满 {{count, number}} 页',
  'figure.unit.more': '……还有 {{pages, number}} 页……',
  'figure.unit.part': '页里每个小格代表 {{partKiB, exact}}。',
  'figure.unit.part.line': '页里每一行代表 {{partKiB, exact}}。',
  'figure.unit.not-here': '这台机器不提供 {{pageKiB, exact}} 的页，图里只是让您看看它的样子。',
  'figure.unit.pages': '页数',
  'figure.unit.memory': '占用内存',
  'figure.unit.empty': '其中空着',
  'figure.unit.tale.many': '这么多页，每一页都有自己的一项要查找。换成 2 MiB 的大页，{{hugePages, number}} 个就够了。',
  'figure.unit.tale.full': '一个字节也没有浪费。',
  'figure.unit.tale.tenant':
    '一个字节也没有浪费：这样一整块的大家伙，正是大页最理想的住户。换成 4 KiB 的普通页，要用 {{smallPages, number}} 个。',
  'figure.unit.tale.lost':
    '才 {{sizeKiB, exact}} 的东西，就占去一整个 {{pageKiB, exact}} 的页。所以没有人用大页装小东西。',
  'figure.unit.tale.rest': '最后一页没装满，剩下的部分别人也用不上。',
};
