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
  const lengths = changedScripts();
  const usual = lengths[Math.floor(lengths.length / 2)] ?? '';
  const longest = lengths.at(-1) ?? '';
  return [
    measure(
      parser,
      `patch of ${String(SMALL_LINES)} lines, a usual start among them`,
      filled(usual),
      SMALL_ROUNDS,
      MOST_SMALL_MS,
    ),
    measure(parser, 'patch of the most involved script of the corpus', longest, SMALL_ROUNDS, null),
    measure(
      parser,
      'patch of 1 MiB with a payload in a here-document',
      withPayload(usual),
      LARGE_ROUNDS,
      MOST_LARGE_MS,
    ),
    measure(parser, 'patch of 1 MiB of commands', manyCommands(), LARGE_ROUNDS, null),
  ];
}

function measure(parser: ShellParser, what: string, text: string, rounds: number, mostMs: number | null): Figure {
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
    what: `${what}, against parsing it`,
    measured: `${times(patched / parsed)} (${ms(patched)} : ${ms(parsed)})`,
    goal: mostMs === null ? '' : `≤ ${String(mostMs)} ms`,
    isMet: mostMs === null ? null : patched <= mostMs,
    numbers: { patchedMs: patched, parsedMs: parsed, ratio: patched / parsed, bytes: text.length },
  };
}

/** The scripts of the corpus that a patch changes, the shortest first. */
function changedScripts(): readonly string[] {
  const changed = CORPUS.filter(({ after }) => after !== null).map(({ before }) => before.toString('utf8'));
  return changed.sort((one, other) => one.length - other.length);
}

/** A script with what people write beside it, 200 lines in all. */
function filled(script: string): string {
  const lines = script.trimEnd().split('\n');
  const block = [
    '# the next step',
    'log "step ${step}"',
    'if [ -e "/srv/${step}" ]; then',
    '  mkdir -p "/run/${step}"',
    'fi',
  ];
  const filling = Array.from(
    { length: Math.max(0, SMALL_LINES - lines.length) },
    (_, n) => block[n % block.length] ?? '',
  );
  const whole = filling.slice(0, filling.length - (filling.length % block.length));
  return [lines[0] ?? '', ...whole, ...lines.slice(1), ''].join('\n');
}

/** As programs that unpack themselves are made. */
function withPayload(script: string): string {
  const payload = `${'TWFueSBkaXNrIGltYWdlIGJ5dGVz'.repeat(3)}\n`.repeat(Math.floor(LARGE_BYTES / 85) - 100);
  return `${script.trimEnd()}\nbase64 -d >disk.img <<'PAYLOAD'\n${payload}PAYLOAD\n`;
}

/** One start of QEMU among all that a person may write beside it, again and again. */
function manyCommands(): string {
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
