import type { TranslationOf } from '../catalogue';
import type { countersText as english } from '../en/chapter-counters';

export const countersText: TranslationOf<typeof english> = {
  'chapter.counters.name': '四个计数器',
  'chapter.counters.title': '计数器怎样变化',
  'chapter.counters.lead': '内核为大页池设了四个计数器。看看虚拟机启动、使用内存和退出时，它们怎样变化。',
  'chapter.counters.promise':
    '虚拟机启动时一次性申请全部内存，内核先为它预留相应数量的大页；等它首次访问某一页时，才真正把那一页交给它。',
  'chapter.counters.so-free': '所以只看 Free，看不出虚拟机到底拿到了多少。',
  'chapter.counters.free.title': '“空闲”不等于“还能用”。',
  'chapter.counters.free':
    '空闲的页可能已经预留出去了。新虚拟机能用的只有 Free − Rsvd 页，不够就启动不了。这正是预留的好处：要是没有预留，虚拟机照样能启动，运行到一半却会因为缺一页而被内核终止。',
  'chapter.counters.prealloc.title': '加上 -mem-prealloc，预留的页会当场全部分配。',
  'chapter.counters.prealloc': 'QEMU 一启动就把全部内存访问一遍：启动慢一些，Free 则立刻降到位。',
  'chapter.counters.surplus.title': '正在使用的页，谁也拿不走。',
  'chapter.counters.surplus':
    '如果把大页池缩得比虚拟机占用的还小，多出来的部分就记为超额页，不再需要时随即离开大页池。',
  'chapter.counters.remember':
    '要知道虚拟机有没有拿到大页，就拿它的内存与 Total − Free + Rsvd 比一比。本向导的最后一步“验证”会替您算好。',

  'figure.counters.title': '一页一页看大页池',
  'figure.counters.see': '虚拟机启动时变的是 Rsvd，不是 Free；等它访问内存，Free 才会下降。',
  'figure.counters.vm': '虚拟机',
  'figure.counters.vm.size': '下一台虚拟机的内存',
  'figure.counters.vm.size.option_other': '{{KiB, exact}}（{{count, number}} 页）',
  'figure.counters.pool': '它所用的大页池',
  'figure.counters.act.start': '启动虚拟机 {{vm}}',
  'figure.counters.act.start-touched': '启动虚拟机 {{vm}}，并预先分配',
  'figure.counters.act.touch_other': '虚拟机 {{vm}} 再访问 {{count, number}} 页',
  'figure.counters.act.touch-all': '虚拟机 {{vm}} 访问更多内存',
  'figure.counters.act.touch-none': '虚拟机访问更多内存',
  'figure.counters.act.end': '虚拟机 {{vm}} 退出',
  'figure.counters.act.end-none': '虚拟机退出',
  'figure.counters.act.shrink_other': '缩小到 {{count, number}} 页',
  'figure.counters.act.grow_other': '扩大到 {{count, number}} 页',

  'figure.counters.begin.small_other': '还没有虚拟机在运行，{{count, number}} 页全部空闲。',
  'figure.counters.begin.article_other':
    '教程里的例子：共 {{count, number}} 页，空闲 {{free, number}} 页，一台 1 GiB 的虚拟机（图中的 A）正在开机。',
  'figure.counters.begin.machine_other':
    '这台机器的大页池刚才的样子：共 {{count, number}} 页，空闲 {{free, number}} 页。已使用和已预留的合画成一台虚拟机 A。在这里怎么试，都不会改动机器。',

  'figure.counters.done.promised_other':
    '虚拟机 {{vm}} 启动了，内核为它预留 {{count, number}} 页：Rsvd 增加 {{count, number}}。它还没有访问内存，所以 Free 不变。',
  'figure.counters.done.preallocated_other':
    '虚拟机 {{vm}} 启动时就访问了全部 {{count, number}} 页：Free 减少 {{count, number}}，没有一页还只是预留。',
  'figure.counters.done.touched_other':
    '虚拟机 {{vm}} 访问了 {{count, number}} 页：原先只是预留，现在真正使用。Free 和 Rsvd 各减少 {{count, number}}。',
  'figure.counters.done.ended':
    '虚拟机 {{vm}} 退出，全部归还：Free 增加 {{touched, number}}，是它用过的页；Rsvd 减少 {{promised, number}}，是为它预留但还没用到的页。',
  'figure.counters.done.ended-touched_other':
    '虚拟机 {{vm}} 退出，归还它的 {{count, number}} 页：Free 增加 {{count, number}}。',
  'figure.counters.done.ended-promised_other':
    '虚拟机 {{vm}} 还没访问任何一页就退出了，预留随之取消：Rsvd 减少 {{count, number}}，Free 不变。',
  'figure.counters.done.ended-surplus_other':
    '虚拟机 {{vm}} 退出，{{count, number}} 个超额页也随之离开大页池：Total 和 Surp 各减少 {{count, number}}。它占用的其余 {{rest, number}} 页又可供他用。',
  'figure.counters.done.ended-all-surplus_other':
    '虚拟机 {{vm}} 退出，它占了多少页，就有多少超额页离开大页池，共 {{count, number}} 页：Total 和 Surp 各减少 {{count, number}}。',
  'figure.counters.done.shrunk_other':
    '设定改为 {{asked, number}} 页：{{count, number}} 个无人占用的页离开大页池，变回普通内存。Total 和 Free 各减少 {{count, number}}。',
  'figure.counters.done.shrunk-surplus_other':
    '设定改为 {{asked, number}} 页，但有 {{held, number}} 页已被占用。无人占用的 {{count, number}} 页离开了：Total 和 Free 各减少 {{count, number}}。Surp 为 {{surplus, number}}：这些页超出设定，要等虚拟机退出才会离开。',
  'figure.counters.done.shrunk-held':
    '设定改为 {{asked, number}} 页，但有 {{held, number}} 页已被占用，一页也走不了。Surp 为 {{surplus, number}}：这些页超出设定，要等虚拟机退出才会离开。',
  'figure.counters.done.grown_other':
    '{{count, number}} 页普通内存加入大页池：Total 和 Free 各增加 {{count, number}}。',
  'figure.counters.done.grown-adopted_other':
    '{{count, number}} 个超额页重新计入设定：Surp 减少 {{count, number}}，不用另外补页。',
  'figure.counters.done.grown-both_other':
    '先把超额页重新计入设定：Surp 减少 {{adopted, number}}。再从普通内存补上 {{count, number}} 页：Total 和 Free 各增加 {{count, number}}。',

  'figure.counters.refused_other':
    '虚拟机 {{vm}} 启动不了：它需要 {{needed, number}} 页，而空闲且未预留的只有 {{count, number}} 页（Free − Rsvd = {{free, number}} − {{promised, number}}）。QEMU 会这样报错：',
  'figure.counters.why.no-vm': '没有虚拟机在运行，请先启动一台。',
  'figure.counters.why.all-touched': '虚拟机 {{vm}} 已经访问过全部内存，没有为它预留的页了。',
  'figure.counters.why.shrink_other': '大页池已经设为 {{count, number}} 页，本来就这么小。',
  'figure.counters.why.grow_other': '大页池已经设为 {{count, number}} 页，本来就这么大。',

  'figure.counters.box_other': '一格代表 {{count, number}} 个 {{pageKiB, memory}} 的大页；不止一页时，按比例填色。',
  'figure.counters.legend': '图例',
  'figure.counters.legend.used': '虚拟机 {{vm}} 已使用：{{pages, number}}',
  'figure.counters.legend.promised': '已预留，仍算空闲：{{pages, number}}',
  'figure.counters.legend.free': '新虚拟机可用：{{pages, number}}',
  'figure.counters.legend.surplus': '超额：{{pages, number}}',
  'figure.counters.legend.gone': '已离开大页池：{{pages, number}}',

  'figure.counters.machine': '这台机器的现状',
  'figure.counters.machine.size': '默认大小的大页，每页 {{pageKiB, memory}}',
  'figure.counters.mean.total': '整个大页池，包括超额页',
  'figure.counters.mean.free': '尚未分配，但可能已预留',
  'figure.counters.mean.reserved': '已预留，尚未分配',
  'figure.counters.mean.surplus': '超出设定的部分',
  'figure.counters.rose': '+{{pages, number}}',
  'figure.counters.fell': '−{{pages, number}}',
  'figure.counters.formula': '= {{total, number}} − {{free, number}} + {{promised, number}}',
  'figure.counters.alone.short_other':
    '只算 Total − Free，会得出 {{count, number}} 页 = {{KiB, exact}}，少了 {{shortKiB, exact}}。',
  'figure.counters.alone.same': '现在没有预留的页，所以只算 Total − Free 也是这个数。',

  'figure.counters.load': '换一个大页池试试',
  'figure.counters.load.small_other': '小池子：{{count, number}} 页，全部空闲',
  'figure.counters.load.article_other':
    '教程里的例子：共 {{count, number}} 页，空闲 {{free, number}} 页，预留 {{promised, number}} 页',
  'figure.counters.load.machine_other': '这台机器的大页池：{{count, number}} 页',
  'figure.counters.load.none': '这台机器还没有 {{pageKiB, memory}} 的大页池。',
};
