import { patchScript } from '../../common/script/patch-script';
import type { ShellParser } from '../../common/script/shell-node';
import { openShellParser } from '../../main/scripts/shell-parser';
import { CORPUS } from '../fixtures/qemu-scripts/corpus';
import type { Figure } from './figure';
import { medianMs, ms, times } from './rounds';

const TARGET = { path: '/dev/hugepages', pageKiB: 2_048, hugePaths: ['/dev/hugepages'], preallocates: false };
const SMALL_LINES = 200;
const LARGE_BYTES = 1_048_576;
const [SMALL_ROUNDS, LARGE_ROUNDS] = [200, 15];
const [MOST_SMALL_MS, MOST_LARGE_MS] = [5, 200];

/** Reading a start script, patching it, and reading the result again; against parsing it alone. */
export async function benchScript(): Promise<readonly Figure[]> {
  const parser = await openShellParser();
  return [
    measure(parser, `patch of ${String(SMALL_LINES)} lines`, smallScript(), SMALL_ROUNDS, MOST_SMALL_MS),
    measure(parser, 'patch of 1 MiB', largeScript(), LARGE_ROUNDS, MOST_LARGE_MS),
  ];
}

function measure(parser: ShellParser, what: string, text: string, rounds: number, mostMs: number): Figure {
  const contenders = {
    patched: () => {
      const { edits } = patchScript(parser.parse(text), text, parser, TARGET);
      if (edits.length === 0) throw new Error('nothing was patched: the figure would be empty');
      parser.release();
    },
    parsed: () => {
      parser.parse(text);
      parser.release();
    },
  };
  medianMs(contenders, Math.ceil(rounds / 4));
  const { patched, parsed } = medianMs(contenders, rounds);
  return {
    what: `${what} against parsing it`,
    measured: `${times(patched / parsed)} (${ms(patched)} : ${ms(parsed)})`,
    goal: `≤ ${String(mostMs)} ms`,
    isMet: patched <= mostMs,
    numbers: { patchedMs: patched, parsedMs: parsed, ratio: patched / parsed, bytes: text.length },
  };
}

/** The longest of the corpus, cut or filled to 200 lines. */
function smallScript(): string {
  const longest = CORPUS.filter(({ after }) => after !== null).sort((a, b) => b.before.length - a.before.length)[0];
  const lines = longest?.before.toString('utf8').split('\n') ?? [];
  const filling = Array.from({ length: Math.max(0, SMALL_LINES - lines.length) }, (_, n) => `log "step ${String(n)}"`);
  return [...lines, ...filling, ''].join('\n');
}

/** One start of QEMU among much that a person may write beside it. */
function largeScript(): string {
  const block = `# the next disk
log "adding the disk \${disk} of the \${guest}"
if [ -e "/srv/images/\${disk}.qcow2" ]; then
  cp --reflink=auto "/srv/images/\${disk}.qcow2" "/run/images/\${disk}.qcow2"
  chown root:disk "/run/images/\${disk}.qcow2"
fi
`;
  const blocks = block.repeat(Math.floor(LARGE_BYTES / block.length) - 1);
  return `#!/bin/bash\n${blocks}options="-m 4096"\nqemu-system-x86_64 $options -smp 4\n`;
}
