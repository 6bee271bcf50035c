import type { TranslationOf } from '../catalogue';
import type { verdictText as english } from '../en/verdict';

export const verdictText: TranslationOf<typeof english> = {
  'verdict.title.all': '{{name}} 的内存全部使用大页。',
  'verdict.title.partly': '{{name}} 只有一部分内存使用大页。',
  'verdict.title.none': '{{name}} 没有使用大页。',
  'verdict.title.unknown': '无法判断 {{name}} 的内存是否全部使用大页。',
  'verdict.arithmetic.sum_other':
    '已使用 {{inUse, number}} 页 + 已预留 {{promised, number}} 页 = {{count, number}} 页 = {{heldKiB, memory}}',
  'verdict.arithmetic.part_other':
    '已使用 {{inUse, number}} 页 + 已预留 {{promised, number}} 页 = {{held, number}} 页，共需 {{count, number}} 页（{{heldKiB, memory}} / {{guestKiB, memory}}）',
  'verdict.next.promised': '已预留的页只留给这台虚拟机，客户机首次访问时才真正分配。无需任何操作。',
  'verdict.next.no-option':
    '它的启动命令没有让主内存使用大页。请关闭虚拟机，在启动命令中加入 -mem-path /dev/hugepages，然后重新启动。使用 libvirt 时请加入 <memoryBacking><hugepages/></memoryBacking>；已有 -numa node,memdev= 时 QEMU 会忽略 -mem-path，须在该内存对象中指定大页路径。',
  'verdict.next.path-not-hugetlbfs':
    '它的启动命令中的目录不是 hugetlbfs 挂载点；QEMU 接受任何目录，不会给出提示。请先应用方案挂载大页，再用 -mem-path 指定该目录，然后重新启动虚拟机。',
  'verdict.next.memory-size-unreadable':
    '无法从启动命令中读出它的内存大小。请把上面的页数与您分给它的内存对照，或改用 -m 4G 这样的写法启动。',
  'verdict.next.counter-unreadable':
    '内核没有显示这个进程占用了多少大页。请以启动该虚拟机的用户或 root 身份运行本程序，再查看一次。',
  'verdict.next.promises-shared-by-several':
    '多台虚拟机都有已预留但尚未分配的页，而内核不说明哪一页留给谁。请等客户机用到这些内存后再查看，或在启动时加上 -mem-prealloc。',
  'verdict.next.ordinary-memory-besides':
    '它占用了大页，但主内存不是（或不全是）大页。请在机器选项中引用该内存对象（-machine memory-backend=ID，或为每个 -numa 节点指定 memdev=ID），或删除该对象，然后重新启动虚拟机。',
  'verdict.next.not-reserved':
    '缺少的页没有预留给它。如果虚拟机刚刚启动，请稍后再看；如果一直如此，请从内存对象中去掉 reserve=off，确认大页池有足够的空闲页，然后重新启动。',
};
