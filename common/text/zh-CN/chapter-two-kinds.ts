import type { TranslationOf } from '../catalogue';
import type { twoKindsText as english } from '../en/chapter-two-kinds';

export const twoKindsText: TranslationOf<typeof english> = {
  'chapter.two-kinds.name': '两种大页',
  'chapter.two-kinds.title': '两种东西都叫大页',
  'chapter.two-kinds.lead':
    'Linux 有两种互不相干的大页：一种来自事先划出的大页池，另一种由内核“透明”地自动分配。本向导设置的是前一种。',

  'chapter.two-kinds.table.title': '逐项对比',
  'chapter.two-kinds.table.pool': '大页池',
  'chapter.two-kinds.table.transparent': '透明大页',
  'chapter.two-kinds.row.who.question': '由谁分配？',
  'chapter.two-kinds.row.who.pool': '管理员事先划好。本向导会陪您完成。',
  'chapter.two-kinds.row.who.transparent': '程序使用内存时，由内核自行决定。',
  'chapter.two-kinds.row.when.question': '什么时候占用内存？',
  'chapter.two-kinds.row.when.pool': '大页池一建好就占用，不管有没有虚拟机在运行。',
  'chapter.two-kinds.row.when.transparent': '虚拟机第一次用到哪里，才占用哪里；占用之后，通常到退出才归还。',
  'chapter.two-kinds.row.sure.question': '有保证吗？',
  'chapter.two-kinds.row.sure.pool': '有。虚拟机启动时就预留好全部页数；页数不够，就启动不了。',
  'chapter.two-kinds.row.sure.transparent': '没有。找不到足够长的连续内存时就改用普通页，而且不会有任何提示。',
  'chapter.two-kinds.row.kept.question': '会被拆散或换出吗？',
  'chapter.two-kinds.row.kept.pool': '都不会。',
  'chapter.two-kinds.row.kept.transparent': '内存紧张时都会。之后内核会在后台重新拼起来。',
  'chapter.two-kinds.row.sizes.question': '有哪些大小？',
  'chapter.two-kinds.row.sizes.pool': '2 MiB；处理器支持的话还有 1 GiB。',
  'chapter.two-kinds.row.sizes.transparent': '2 MiB。较新的内核还可以设置成使用 4 KiB 与 2 MiB 之间的大小。',
  'chapter.two-kinds.row.setup.question': '需要设置什么？',
  'chapter.two-kinds.row.setup.pool': '大页池、挂载点、谁可以使用，再给虚拟机加一个选项。',
  'chapter.two-kinds.row.setup.transparent':
    '什么都不用设置，除非模式是 never。与其他程序共享的虚拟机内存（virtiofs）另有一个模式，通常是 never。',
  'chapter.two-kinds.row.counted.question': '计入哪里？',
  'chapter.two-kinds.row.counted.pool': '计入 HugePages_* 和 Hugetlb，从不计入 AnonHugePages。',
  'chapter.two-kinds.row.counted.transparent': '计入 AnonHugePages，从不计入 HugePages_* 和 Hugetlb。',

  'chapter.two-kinds.here.title': '对这台机器来说',
  'chapter.two-kinds.here.always':
    '本机的透明大页是开启的（always）：只要内核腾得出大页，虚拟机通常已经在用。大页池多给的是保证，而不是速度上的飞跃。',
  'chapter.two-kinds.here.madvise':
    '本机的透明大页对主动申请的程序开启（madvise），而 QEMU 会申请：只要内核腾得出大页，虚拟机通常已经在用。大页池多给的是保证，而不是速度上的飞跃。',
  'chapter.two-kinds.here.never':
    '本机关闭了透明大页（never），不用大页池的虚拟机只能得到普通页。在这样的机器上，大页池的作用最明显。',
  'chapter.two-kinds.here.unknown':
    '无法从本机内核得知透明大页是否开启。如果已开启，只要内核腾得出大页，虚拟机通常已经在用。',
  'chapter.two-kinds.here.both':
    '虚拟机的内存用了大页池，就不再用透明大页；大页池也不在乎透明大页是什么模式。两者互不妨碍，不必为了一个关掉另一个。',
  'chapter.two-kinds.promise':
    '能提升多少取决于虚拟机里的程序。大部分时间在等磁盘或网络的虚拟机，感觉不到差别。这里不承诺任何百分比。',

  'figure.kinds.title': '同一台虚拟机，两种方式',
  'figure.kinds.see': '陪虚拟机过完这一天：一边随内存松紧变来变去，另一边始终是那八页。',
  'figure.kinds.moment': '时刻',
  'figure.kinds.moment.before': '启动之前',
  'figure.kinds.moment.runs': '正在运行',
  'figure.kinds.moment.tight': '内存紧张',
  'figure.kinds.moment.after': '又宽裕了',
  'figure.kinds.pool.name': '来自大页池',
  'figure.kinds.pool.before': '已经划出来了：没有虚拟机在用，别的程序也不能用。',
  'figure.kinds.pool.runs': '说好的八页，一页不少。',
  'figure.kinds.pool.tight': '八页照旧，挤一挤的是别的程序。',
  'figure.kinds.pool.after': '还是那八页。',
  'figure.kinds.transparent.name': '透明大页',
  'figure.kinds.transparent.before': '什么都没占：这些内存所有程序都可以用。',
  'figure.kinds.transparent.runs': '得到六个大页。其余部分内核找不到足够长的连续内存，悄悄给了普通页。',
  'figure.kinds.transparent.tight': '大页多半被拆散，虚拟机最少用到的部分被换出到磁盘。',
  'figure.kinds.transparent.after': '换出的部分回来了，内核正在把大页一个一个重新拼起来。',
  'figure.kinds.picture':
    '{{name}}，每块 2 MiB。使用中的大页：{{huge, number}}；已划出、闲置：{{idle, number}}；普通页：{{ordinary, number}}；已换出：{{swapped, number}}；所有程序可用：{{free, number}}',
  'figure.kinds.block.huge': '使用中的大页',
  'figure.kinds.block.idle': '已划出，闲置',
  'figure.kinds.block.ordinary': '512 个普通页',
  'figure.kinds.block.swapped': '已换出到磁盘',
  'figure.kinds.block.free': '所有程序可用',
  'figure.kinds.example': '这是一台只有 16 MiB 的小虚拟机的例子。真实机器上会拆散多少，谁也无法预先知道。',
  'figure.kinds.machine': '这台机器的现状',
  'figure.kinds.machine.pool': '大页池',
  'figure.kinds.machine.mode': '透明大页模式',
  'figure.kinds.machine.in-use': '使用中的透明大页',
  'figure.kinds.machine.unknown': '未显示',

  'figure.need.title': '我需要大页池吗？',
  'figure.need.see': '说说您的虚拟机是什么样的，看结论偏向哪一边。这里的选择会带到“规划”页面。',
  'figure.need.memory': '虚拟机内存',
  'figure.need.memory-each': '每台虚拟机的内存',
  'figure.need.guests': '同时运行的虚拟机台数',
  'figure.need.evenly': '必须运行平稳',
  'figure.need.evenly-hint': '游戏、音频、视频通话：卡一下就能察觉。',
  'figure.need.hibernates': '这台电脑会休眠',
  'figure.need.hibernates-hint': '指把全部内容存到磁盘后关机；普通的睡眠（待机）不算。',
  'figure.need.machine': '从本机读到：内存 {{totalKiB, memory}}，透明大页模式为 {{mode}}。',
  'figure.need.machine-unknown': '从本机读到：内存 {{totalKiB, memory}}；透明大页的模式无法得知。',
  'figure.need.no-memory': '无法得知本机有多少内存，因此没有结论。',
  'figure.need.scale.hardly': '不太需要',
  'figure.need.scale.worth-a-try': '可以一试',
  'figure.need.scale.worthwhile': '值得',
  'figure.need.verdict.worthwhile': '需要：在这台机器上，为大页池付出 {{poolKiB, memory}} 是值得的。',
  'figure.need.verdict.worth-a-try': '可以一试：要占用 {{poolKiB, memory}}，如果没感觉到差别，随时可以归还。',
  'figure.need.verdict.hardly': '不太需要：没有大页池也行，这 {{poolKiB, memory}} 可以留着。',
  'figure.need.verdict.does-not-fit': '这样不行：{{poolKiB, memory}} 超过了这台机器最多能给的 {{largestKiB, memory}}。',
  'figure.need.for': '支持的理由',
  'figure.need.for.never': '本机关闭了透明大页（never）：不用大页池的虚拟机只能得到普通页。',
  'figure.need.for.unknown': '无法从本机内核得知透明大页是否开启。如果没有开启，大页就只能来自大页池。',
  'figure.need.for.certain': '有保证：虚拟机启动时大页就在那里，而且直到退出都不会被拆散。',
  'figure.need.for.evenly': '要求运行平稳的虚拟机：大页从一开始就备好，不会被换出，也不会被拆散。',
  'figure.need.for.large': '{{guestKiB, memory}} 里要查找的页很多，程序频繁跳跃访问时更是如此：游戏、编译、数据库。',
  'figure.need.for.spare': '{{totalKiB, memory}} 内存中，还有 {{leftKiB, memory}} 留给其他用途。',
  'figure.need.against': '反对的理由',
  'figure.need.against.too-much':
    '{{poolKiB, memory}} 放不下：这台机器要维持自身运行，最多能给 {{largestKiB, memory}}。',
  'figure.need.against.always':
    '本机的透明大页是开启的（always）：不用大页池，只要内核腾得出，虚拟机通常也有大页可用。',
  'figure.need.against.madvise':
    '本机的透明大页对主动申请的程序开启（madvise），而 QEMU 会申请：不用大页池，只要内核腾得出，虚拟机通常也有大页可用。',
  'figure.need.against.unknown': '如果透明大页已开启，不用大页池，只要内核腾得出，虚拟机通常也有大页可用。',
  'figure.need.against.small': '只有 {{guestKiB, memory}} 的小虚拟机，几乎感觉不到差别。',
  'figure.need.against.taken':
    '{{totalKiB, memory}} 内存中有 {{poolKiB, memory}} 其他程序用不了，没有虚拟机在运行时也一样。',
  'figure.need.against.half':
    '一半以上的内存（{{totalKiB, memory}} 中的 {{poolKiB, memory}}）其他程序用不了，没有虚拟机在运行时也一样。',
  'figure.need.against.hibernates':
    '休眠要把内存复制到磁盘，而大页池不能先换出，仍占满原来的大小；池太大，可能会使电脑无法休眠。',
};
