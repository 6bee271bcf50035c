import type { TranslationOf } from '../catalogue';
import type { patchText as english } from '../en/patch';

export const patchText: TranslationOf<typeof english> = {
  'patch.reason.mem-path':
    'QEMU 将从 {{path}} 的大页中获取虚拟机内存。选项紧跟在程序名之后，这个位置不会被注释或换行截断。',
  'patch.reason.prealloc': 'QEMU 启动时就取走所有页，页不够会立即报错，而不会等到虚拟机运行途中才暴露。',
  'patch.reason.replace-path': '原来的内存来自 {{old}}，那里并没有挂载大页；QEMU 会照用不误，且不给任何提示。',
  'patch.reason.remove-mem-path':
    'QEMU 不允许 -mem-path 与内存后端同时出现（“can’t be used together”），因此删去该选项，改由内存后端使用大页。',
  'patch.reason.object-file':
    '内存对象“{{id}}”改为从 {{path}} 取页，其 id 和大小不变；若在它旁边另加 -mem-path，QEMU 会拒绝或忽略。',
  'patch.reason.object-path': '内存对象“{{id}}”原来从 {{old}} 取内存，那里并没有挂载大页；现在改从 {{path}} 获取。',
  'patch.reason.object-memfd':
    '内存对象“{{id}}”直接从大页池获取 {{pageKiB, memory}} 的大页，既不需要挂载点，也不需要用户组权限。',
  'patch.reason.share': '另一个进程（vhost-user、virtiofs）也要访问这块内存，因此“{{id}}”必须设为共享。',
  'patch.reason.shared':
    '另一个进程（vhost-user、virtiofs）也要访问虚拟机内存，而 -mem-path 无法共享内存。因此改用位于 {{path}} 的内存对象，大小与 -m 相同（{{guestKiB, memory}}）：改动其中一处时，另一处也要一并修改。',

  'patch.declined.remote': '这台虚拟机在另一台计算机或容器中启动，那里有自己的挂载点。请在那边的命令中加入下面的内容。',
  'patch.declined.daemon': 'QEMU 前面是一个用于启动服务的程序，它有自己的选项。请把下面的内容加在它的“--”之后。',
  'patch.declined.options-sourced':
    '部分选项来自脚本读入的文件，其中可能指定了内存后端。如果没有，请把下面的内容加在程序名之后。',
  'patch.declined.options-printed':
    '部分选项来自某条命令的输出或某个文件，其中可能指定了内存后端。如果没有，请把下面的内容加在程序名之后。',
  'patch.declined.options-computed':
    '部分选项的拼接方式只有运行脚本才能知道结果。如果其中没有指定内存后端，请把下面的内容加在程序名之后。',
  'patch.declined.readconfig':
    'QEMU 会从文件读取选项（-readconfig），其中可能指定了内存后端。如果没有，请把下面的内容加在程序名之后。',
  'patch.declined.smaller-than-page':
    '虚拟机内存为 {{guestKiB, memory}}，不足一个 {{pageKiB, memory}} 的页，QEMU 会拒绝启动。请在“规划”一步选择较小的页（--page-size），或者给虚拟机更多内存。',
  'patch.declined.mem-path-unknown': '脚本中已有 -mem-path，但指向哪里只有运行脚本才能知道。请把它改成下面的内容。',
  'patch.declined.not-one-place': '脚本中已有 -mem-path，但不是连续写在一处。请将其删去，再加入下面的内容。',
  'patch.declined.object-not-found':
    '虚拟机内存来自对象“{{id}}”，但在脚本中找不到它。请在创建该对象的地方改用下面的内容。',
  'patch.declined.backing-depends':
    '内存对象“{{id}}”只在脚本的某些分支中使用。请在创建它的地方改用下面的内容，并在其他分支加上 -mem-path。',
  'patch.declined.object-not-editable': '内存对象“{{id}}”（{{type}}）的类型或写法无法安全修改。请手动改用下面的内容。',
  'patch.declined.size-unknown':
    '另一个进程共享虚拟机内存，因此必须改用大小确切的内存对象，而大小取决于脚本之外的设置。请加入下面的内容，并把 MEMORY 换成虚拟机内存，例如 4096M。',
  'patch.declined.no-place': '程序名与选项的拼接方式没有留下可以安全插入的位置。请把下面的内容加在程序名之后。',
  'patch.declined.not-confirmed':
    '重新读取后发现，修改后的脚本不会按预期启动虚拟机，因此没有改动。请把下面的内容加在程序名之后。',

  'patch.note.outside-options': '部分选项来自脚本之外（参数或环境变量），其中与内存有关的内容在这里无法看到。',
  'patch.note.rounds':
    '{{guestKiB, exact}} 不是整数页：QEMU 会从大页池取走 {{roundedKiB, exact}}，即向上取整到 {{pageKiB, memory}} 的倍数。',
  'patch.note.default-memory': '没有 -m：QEMU 会给这样的虚拟机 {{guestKiB, memory}} 内存。',
  'patch.note.plugged': '内存对象“{{id}}”是热插拔的内存条，保持不变；这里只修改主内存。',
  'patch.note.orphan':
    '内存对象“{{id}}”没有被使用，但 QEMU 仍会为它占用内存。请将其接上（-machine memory-backend={{id}}）或删去。',
  'patch.note.mem-path-ignored': '脚本中还有 -mem-path；由于各节点自带内存，QEMU 会悄悄忽略它。可以将其删去。',
  'patch.note.named-file':
    '{{path}} 指的是文件而不是目录：QEMU 退出后会留下这个文件，其中的页在虚拟机结束后仍被占用。最好只写目录。',
  'patch.note.windows-line-ends':
    '行尾是 Windows 格式（CR LF），shell 往往无法正确处理。这里保持原样；如果脚本无法运行，请转换行尾。',
  'patch.note.generated': '文件自称由程序生成。该程序再次运行时，这里的修改可能会丢失；最好修改该程序的设置。',
};
