import { findings } from '../../common/advice';
import type { Light } from '../../common/finding';
import { message } from '../../common/message';
import { pageSizeWords } from '../../common/page-size';
import type { HostSnapshot } from '../../common/snapshot';
import { EXIT } from './commands';
import { type CommandContext, printJson, printLines } from './context';
import { columnsOf, pad, type Paint, table } from './terminal-text';

const LIGHT_STYLE: Readonly<Record<Light, Parameters<Paint>[0]>> = {
  ok: 'green',
  hint: 'cyan',
  warning: 'yellow',
  problem: 'red',
};

/** `status`: what was found out about the machine, and its pools. */
export function runStatus(context: CommandContext): number {
  const snapshot = context.io.readHost();
  const found = findings(snapshot);
  const { say } = context.translator;
  if (context.options.has('json')) {
    printJson(context, {
      snapshot,
      findings: found.map(({ id, light, sentence, evidence }) => ({ id, light, text: say(sentence), evidence })),
    });
    return EXIT.done;
  }
  const words = found.map(({ light }) => say(message(`cli.light.${light}`)));
  const width = Math.max(0, ...words.map(columnsOf));
  printLines(context, [
    context.paint('bold', say(message('cli.status.machine'))),
    ...found.map(({ id, light, sentence }, index) => {
      const mark = context.paint(LIGHT_STYLE[light], pad(words[index] ?? '', width, 'end'));
      const title = context.paint('bold', say(message(`finding.${id}.title`)));
      return `  ${mark}  ${say(message('cli.status.finding', { title, sentence: say(sentence) }))}`;
    }),
    '',
    context.paint('bold', say(message('cli.status.pools'))),
    ...poolLines(context, snapshot),
  ]);
  return EXIT.done;
}

function poolLines({ translator: { say, locale } }: CommandContext, { pools }: HostSnapshot): readonly string[] {
  if (pools.length === 0) return [`  ${say(message('cli.status.no-pools'))}`];
  const number = new Intl.NumberFormat(locale);
  const header = [
    say(message('cli.pool.page-size')),
    say(message('cli.pool.total')),
    say(message('cli.pool.in-use')),
    say(message('cli.pool.promised')),
    say(message('cli.pool.free')),
    say(message('cli.pool.surplus')),
  ];
  const rows = pools.map((pool) => [
    pageSizeWords(pool.pageKiB, locale),
    ...[pool.totalPages, pool.totalPages - pool.freePages, pool.reservedPages, pool.freePages, pool.surplusPages].map(
      (pages) => number.format(pages),
    ),
  ]);
  return table([header, ...rows]).map((line) => `  ${line}`);
}
