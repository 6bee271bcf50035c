import type { TranslationOf } from '../catalogue';
import type { inShortText as english } from '../en/chapter-in-short';

export const inShortText: TranslationOf<typeof english> = {
  'chapter.in-short.name': '小结',
  'chapter.in-short.title': '记住这几句',
  'chapter.in-short.lead': '四句话，以及它们放在这台机器上意味着什么。',

  'chapter.in-short.what.title': '什么是大页',
  'chapter.in-short.what.words':
    '大页是一整块 {{pageKiB, memory}} 的连续内存，当作一页来管理，抵得上 {{times, number}} 个 {{smallKiB, memory}} 的普通页。',
  'chapter.in-short.why.title': '虚拟机为何喜欢大页',
  'chapter.in-short.why.words':
    '在虚拟机里找一个地址，要查客户机的页表，而每查一步又要查宿主机的页表。用了大页，查表的路就短了。',
  'chapter.in-short.cost.title': '代价是什么',
  'chapter.in-short.cost.words': '无论虚拟机是否在运行，大页池里的内存其他程序都用不了。',
  'chapter.in-short.cost.here': '一台 {{guestKiB, memory}} 的虚拟机：占 {{totalKiB, memory}} 中的 {{poolKiB, memory}}',
  'chapter.in-short.need.title': '您需要吗',
  'chapter.in-short.need.facts':
    '按一台 {{guestKiB, memory}} 的虚拟机计算；本机内存 {{totalKiB, memory}}，透明大页：{{mode}}。',
  'chapter.in-short.need.facts-several':
    '按 {{guests, number}} 台 {{guestKiB, memory}} 的虚拟机计算；本机内存 {{totalKiB, memory}}，透明大页：{{mode}}。',
  'chapter.in-short.need.unknown-mode': '未显示',
  'chapter.in-short.need.always':
    '内存有好几 GiB、里面的程序又频繁跳跃访问内存的虚拟机受益最大；很小的虚拟机，或者大部分时间在等待的，几乎没有差别。',
  'chapter.in-short.read': '详见“{{chapter}}”',
  'chapter.in-short.change': '更改这些条件',
  'chapter.in-short.next.title': '接下来',
  'chapter.in-short.next.words':
    '“检查”页面会查看这台机器，说明已经有什么、还缺什么。它不做任何改动；在您输入密码之前，什么都不会改变。',
};
