import type { TranslationOf } from '../catalogue';
import type { costsText as english } from '../en/chapter-costs';

export const costsText: TranslationOf<typeof english> = {
  'chapter.costs.name': '代价',
  'chapter.costs.title': '大页池的代价',
  'chapter.costs.lead':
    '大页池里的内存只给主动申请它的程序，例如您的虚拟机，别的程序都用不了。这是它的长处，也是它的代价。',

  'figure.costs.title': '宿主机还剩多少',
  'figure.costs.see': '把大页池调大，看看虚拟机以外的程序还剩多少内存可用。',
  'figure.costs.pool': '大页池大小',
  'figure.costs.state': '有虚拟机在运行吗？',
  'figure.costs.state.idle': '没有虚拟机运行',
  'figure.costs.state.runs': '有虚拟机运行',
  'figure.costs.picture':
    '本机全部内存：{{totalKiB, memory}}。大页池：{{poolKiB, memory}}；其他页大小的大页池：{{otherKiB, memory}}；留给其他用途：{{leftKiB, memory}}，其中应为宿主机保留 {{reserveKiB, memory}}',
  'figure.costs.part.others': '其他大页池',
  'figure.costs.part.pool': '大页池',
  'figure.costs.part.rest': '其余可用',
  'figure.costs.part.kept': '宿主机保留',
  'figure.costs.part.missing': '占用了宿主机保留',
  'figure.costs.limit': '上限 {{largestKiB, memory}}',
  'figure.costs.readout.pool': '大页池',
  'figure.costs.readout.pages_other': '{{count, number}} 页',
  'figure.costs.readout.left': '留给其他用途',
  'figure.costs.readout.held': '其他程序和内核目前占用 {{heldKiB, memory}}',
  'figure.costs.readout.guests': '可同时运行的虚拟机',
  'figure.costs.readout.guests-note': '每台 {{guestKiB, memory}}',
  'figure.costs.tale.none': '没有大页池：{{leftKiB, memory}} 所有程序都能用，虚拟机也只能分到什么用什么。',
  'figure.costs.tale.idle':
    '没有虚拟机在运行，这 {{poolKiB, memory}} 别的程序照样用不了，只能共用 {{leftKiB, memory}}。',
  'figure.costs.tale.runs': '虚拟机最多可独享 {{poolKiB, memory}}，别的程序共用 {{leftKiB, memory}}。',
  'figure.costs.tale.not-now': '放得下，但此刻不行：正在使用的内存太多。请先关闭一些程序，或者留到下次开机时再划出。',
  'figure.costs.tale.refused':
    '到这里，本程序会拒绝：应为宿主机保留 {{reserveKiB, memory}}，却只剩 {{leftKiB, memory}}。内存一旦耗尽，内核会强行结束程序。',
  'figure.costs.tale.everything':
    '系统自己都没有内存可用了。早在此之前，内核就会开始结束程序；本程序绝不会走到这一步。',
  'figure.costs.no-memory': '无法得知本机有多少内存，因此画不出来。',

  'chapter.costs.reserve':
    '本程序划到上限就停，好让宿主机自己也有内存可用。内存一旦耗尽，内核为了保住系统，会挑一个程序强行结束。被挑中的可能是桌面，也可能正是虚拟机。',
  'chapter.costs.paid.title': '要付的代价',
  'chapter.costs.paid.taken.title': '内存一直占着',
  'chapter.costs.paid.taken.words': '无论虚拟机是否在运行，大页池里的内存其他程序都用不了。',
  'chapter.costs.paid.taken.here': '本机 {{totalKiB, memory}} 内存中，目前已有 {{hugetlbKiB, memory}} 划给大页。',
  'chapter.costs.paid.swap.title': '不能换出',
  'chapter.costs.paid.swap.words': '大页池从不换出到磁盘。虚拟机放在里面的内存不用再从磁盘读回来，其他程序却更吃紧。',
  'chapter.costs.paid.balloon.title': '气球驱动靠不住',
  'chapter.costs.paid.balloon.words':
    '使用大页的虚拟机，无法靠气球驱动（ballooning）可靠地缩小内存。QEMU 自己会提醒：“Balloon used with backing page size > 4kiB, this may not be reliable”。',
  'chapter.costs.paid.merge.title': '相同的页不合并',
  'chapter.costs.paid.merge.words': '几台虚拟机里内容相同的普通页，内核可以只留一份（KSM）。大页池里的页则不会合并。',
  'chapter.costs.paid.late.title': '晚了，可能就来不及',
  'chapter.costs.paid.late.words':
    '开机很久之后再划，空闲内存已经零碎，得到的页数可能比要求的少。本程序会读回确认，告诉您实际得到多少。',
  'chapter.costs.paid.hibernate.title': '休眠前请三思',
  'chapter.costs.paid.hibernate.words':
    '休眠要把内存复制到磁盘，而副本最多只能有内存的一半大；大页池此时仍占满原来的大小。',
  'chapter.costs.free.title': '不用付的代价',
  'chapter.costs.free.back': '不是一去不回：没人用的页随时可以还给宿主机；在用的页，等虚拟机退出后也能还。',
  'chapter.costs.free.password': '不用每次输密码：设置一次之后，虚拟机以您的身份从大页池取页，不需要 root。',
  'chapter.costs.free.disk': '不占磁盘空间，虚拟机里也什么都不用改。',
};
