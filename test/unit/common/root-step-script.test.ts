import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunReport } from '../../../common/outcome';
import type { Plan } from '../../../common/plan';
import { PREAMBLE } from '../../../common/root-library';
import { renderRootScript } from '../../../common/root-script';
import { isUsableScriptEdit, SCRIPT_STEP, scriptValues } from '../../../common/root-step-script';
import { parseRunReport } from '../../../common/run-report';
import type { ByteSplice, ScriptEdit } from '../../../common/script/script-edit';
import { desktop, desktopWithPool } from '../../fakes/host';
import { PLAN_ID, planFor } from '../../fakes/plan';
import { POOL_FILE, type RunConditions, type ScratchMachine, scratchMachine } from '../../fakes/scratch-machine';
import { scriptEdit, spliced, SPLICES, START_SCRIPT } from '../../fakes/script-edit';
import { runInShell, scratchFolder } from '../../fakes/shell';

const NAME = 'start-win10.sh';
const FOLDER = 'opt/vm';
const FILE = `${FOLDER}/${NAME}`;
const PATCHED = spliced(START_SCRIPT, SPLICES);
const JOURNAL = `var/lib/hugepages-guide/journal/${PLAN_ID}`;

/** A machine with a start script; all else is as the plan with the script wants it already, but for a fresh one. */
function machineWith(old = START_SCRIPT): { readonly machine: ScratchMachine; readonly file: string } {
  const machine = scratchMachine();
  onTestFinished(machine.remove);
  machine.write(POOL_FILE, '2050\n');
  machine.write(FILE, old);
  const file = join(machine.path, FILE);
  chmodSync(dirname(file), 0o755);
  chmodSync(file, 0o750);
  return { machine, file };
}

function planOf(machine: ScratchMachine, edit: Partial<ScriptEdit> = {}): Plan {
  const path = join(machine.path, FILE);
  return planFor(desktopWithPool(2_050), {}, [], { ...scriptEdit({ path }), ...edit });
}

function run(machine: ScratchMachine, plan: Plan, conditions: RunConditions = {}): RunReport {
  const { stdout, stderr } = machine.run(plan, conditions);
  expect(stderr).toBe('');
  return parseRunReport(stdout).report;
}

/** The text with one more command before the step, when every check before the first one has passed. */
const before = (command: string) => (text: string) =>
  text.replace('\n  step_script\n', () => `\n  ${command}\n  step_script\n`);
const late = (text: string): string => text.replace('\n  end=applied\n', '\n  stop command-failed late\n');

describe('the script step', () => {
  it('makes the text that was shown, to the byte, and keeps the mode', () => {
    const { machine, file } = machineWith();
    const report = run(machine, planOf(machine));
    expect(report).toMatchObject({ end: 'applied', failure: null, steps: [{ kind: 'script', progress: 'done' }] });
    expect(machine.read(FILE)).toBe(PATCHED);
    expect(statSync(file).mode & 0o7777).toBe(0o750);
    expect(readdirSync(dirname(file))).toEqual([NAME]);
  });

  it('keeps the old script in the journal, with what an undoing has to know', () => {
    const { machine, file } = machineWith();
    const plan = planOf(machine);
    run(machine, plan);
    expect(machine.read(`${JOURNAL}/script`)).toBe(START_SCRIPT);
    const entries = machine.read(`${JOURNAL}/entry.jsonl`).trimEnd().split('\n');
    const { oldSha256, newSha256 } = scriptEdit();
    expect(entries.map((line) => JSON.parse(line) as unknown)).toContainEqual({
      ...{ step: 'script', file, copy: 'script' },
      oldSha256,
      newSha256,
    });
  });

  it('leaves a script alone that is already as it was shown', () => {
    const { machine, file } = machineWith(PATCHED);
    const { mtimeMs, ino } = statSync(file);
    expect(run(machine, planOf(machine))).toMatchObject({
      end: 'applied',
      steps: [{ kind: 'script', progress: 'already' }],
    });
    expect(statSync(file)).toMatchObject({ mtimeMs, ino });
    expect(machine.has(`${JOURNAL}/script`)).toBe(false);
  });

  it.each<[string, string, readonly ByteSplice[]]>([
    ['the very beginning', 'qemu', [{ offsetBytes: 0, removedBytes: 0, text: 'exec ' }]],
    ['the very end', 'qemu', [{ offsetBytes: 4, removedBytes: 0, text: ' -m 4G' }]],
    ['all of it', 'qemu\n', [{ offsetBytes: 0, removedBytes: 5, text: 'exit' }]],
    ['two places that touch', 'abcd', ['B', 'C'].map((text, at) => ({ offsetBytes: at + 1, removedBytes: 1, text }))],
    ['CRLF and bytes that are no UTF-8', 'a\r\n\xff\xfeb\r\n', [{ offsetBytes: 5, removedBytes: 1, text: 'c' }]],
    ['a NUL', 'a\0b', [{ offsetBytes: 3, removedBytes: 0, text: '%s\\n\\0' }]],
  ])('changes %s', (_words, old, splices) => {
    const { machine, file } = machineWith(old);
    expect(run(machine, planOf(machine, scriptEdit({ path: file, old, splices })))).toMatchObject({ end: 'applied' });
    expect(machine.read(FILE)).toBe(spliced(old, splices));
  });

  it('does not mind what an earlier run, killed half-way, has left beside it', () => {
    const { machine, file } = machineWith();
    writeFileSync(`${file}.hugepages-guide`, 'half of', { mode: 0o600 });
    expect(run(machine, planOf(machine)).end).toBe('applied');
    expect(statSync(file).mode & 0o7777).toBe(0o750);
    expect(readdirSync(dirname(file))).toEqual([NAME]);
  });
});

describe('the script step, when something fails,', () => {
  it.each<[string, (text: string) => string]>([
    ['a later step', late],
    ['reading back', (text) => text.replace('script_replaced=1', 'script_replaced=1; echo >>"$script"')],
    ['putting it in place', (text) => text.replace('$(mv -fT -- "$script_beside"', '$(false')],
    [
      'keeping who may write it',
      (text) => text.replace('2>/dev/null >"$script_beside"', '$& && chmod g+w "$script_beside"'),
    ],
    ['writing it', (text) => text.replace('printf \'%s\' "$3"', 'false')],
    ['the end of writing it', (text) => text.replace('tail -c "+$((at + 1))"', 'false')],
  ])('%s: puts the old one back, with its mode, and leaves nothing beside it', (_words, change) => {
    const { machine, file } = machineWith();
    const report = run(machine, planOf(machine), { change });
    expect(report).toMatchObject({ end: 'failed', steps: [{ kind: 'script', progress: 'undone' }] });
    expect(machine.read(FILE)).toBe(START_SCRIPT);
    expect(statSync(file).mode & 0o7777).toBe(0o750);
    expect(readdirSync(dirname(file))).toEqual([NAME]);
  });
  it('does not put a text in place that is not the one that was shown', () => {
    const { machine } = machineWith();
    const report = run(machine, planOf(machine, { newSha256: scriptEdit({ old: 'x' }).newSha256 }));
    expect(report.failure).toMatchObject({ step: 'script', reason: 'file-not-writable' });
    expect(machine.read(FILE)).toBe(START_SCRIPT);
  });
  it('leaves a folder alone that lies where the new script was to be made', () => {
    const { machine, file } = machineWith();
    mkdirSync(`${file}.hugepages-guide`);
    const report = run(machine, planOf(machine));
    expect(report.failure).toMatchObject({ step: 'script', reason: 'file-not-writable' });
    expect(existsSync(`${file}.hugepages-guide`)).toBe(true);
    expect(machine.read(FILE)).toBe(START_SCRIPT);
  });
  it('undoes the steps before it too', () => {
    const machine = scratchMachine();
    onTestFinished(machine.remove);
    machine.write(FILE, START_SCRIPT);
    const everything = machine.state();
    const plan = planFor(desktop(), {}, [], scriptEdit({ path: join(machine.path, FILE) }));
    const report = run(machine, plan, { change: before(`echo >>"$script"`) });
    expect(report).toMatchObject({ end: 'failed', failure: { step: 'script', reason: 'script-changed' } });
    expect(report.steps.map(({ progress }) => progress)).toEqual(Array(8).fill('undone'));
    expect(machine.state()).toEqual(everything);
    expect(machine.read(FILE)).toBe(`${START_SCRIPT}\n`);
  });
});

describe('a script that is not, or no longer, root’s alone and as it was shown', () => {
  const swap = (file: string, path: string): void => {
    renameSync(file, `${file}.real`);
    symlinkSync(`${file}.real`, path);
  };
  const CASES: readonly [string, string, string, (file: string) => unknown, RunConditions?][] = [
    [
      'was edited',
      'script-changed',
      FILE,
      (file) => {
        writeFileSync(file, `${START_SCRIPT}# mine\n`);
      },
    ],
    [
      'is gone',
      'script-changed',
      FILE,
      (file) => {
        rmSync(file);
      },
    ],
    [
      'is gone with its folder',
      'script-changed',
      FILE,
      (file) => {
        rmSync(dirname(file), { recursive: true });
      },
    ],
    [
      'has a second name',
      'script-changed',
      FILE,
      (file) => {
        linkSync(file, join(file, '../../other'));
      },
    ],
    [
      'is a folder now',
      'script-changed',
      FILE,
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      'is a pipe now',
      'script-changed',
      FILE,
      (file) => {
        rmSync(file);
        spawnSync('mkfifo', [file]);
      },
    ],
    [
      'is a symlink now',
      'file-is-symlink',
      FILE,
      (file) => {
        swap(file, file);
      },
    ],
    [
      'lies behind a symlink now',
      'file-is-symlink',
      FOLDER,
      (file) => {
        swap(dirname(file), dirname(file));
      },
    ],
    [
      'is in a folder of the group',
      'unsafe-folder',
      FOLDER,
      (file) => {
        chmodSync(dirname(file), 0o775);
      },
    ],
    [
      'is in a folder of everybody',
      'unsafe-folder',
      FOLDER,
      (file) => {
        chmodSync(dirname(file), 0o1777);
      },
    ],
    [
      'is below a folder of everybody',
      'unsafe-folder',
      'opt',
      (file) => {
        chmodSync(join(file, '../..'), 0o757);
      },
    ],
    ['is in a folder of somebody', 'unsafe-folder', FOLDER, () => undefined, { foreign: FOLDER }],
    ['is below a folder of somebody', 'unsafe-folder', 'opt', () => undefined, { foreign: 'opt' }],
    ['is somebody’s own', 'unsafe-folder', FILE, () => undefined, { foreign: FILE }],
  ];

  function everythingBelow(folder: string): unknown {
    const command = 'cd "$1" && find . -printf "%p %m %l %s\\n" | sort';
    return spawnSync('sh', ['-c', command, 'sh', folder], { encoding: 'latin1' }).stdout;
  }

  it.each(CASES)('because it %s: nothing is changed at all', (_words, reason, detail, prepare, conditions) => {
    const machine = scratchMachine();
    onTestFinished(machine.remove);
    machine.write(FILE, START_SCRIPT);
    const file = join(machine.path, FILE);
    const everything = machine.state();
    prepare(file);
    const files = everythingBelow(join(machine.path, 'opt'));
    const report = run(machine, planFor(desktop(), {}, [], scriptEdit({ path: file })), conditions);
    const failure = { step: 'script', reason, detail: join(machine.path, detail) };
    expect(report).toMatchObject({ end: 'failed', failure, steps: [{ kind: 'script', progress: 'undone' }] });
    expect(everythingBelow(join(machine.path, 'opt'))).toBe(files);
    expect(machine.state()).toEqual(everything);
    expect(machine.has(JOURNAL)).toBe(false);
  });

  it('is seen again when its turn has come, and what lies there is not touched', () => {
    for (const command of [
      'chmod 0777 "${script%/*}"',
      'mv "$script" "$script.real"; ln -s "$script.real" "$script"',
    ]) {
      const { machine, file } = machineWith();
      writeFileSync(`${file}.hugepages-guide`, 'somebody’s');
      const { failure } = run(machine, planOf(machine), { change: before(command) });
      expect(failure?.step).toBe('script');
      expect(readFileSync(`${file}.hugepages-guide`, 'utf8')).toBe('somebody’s');
      expect(machine.read(FILE)).toBe(START_SCRIPT);
    }
  });
});

/** Signs that mean something to one shell or another, and such that do not. */
const SIGNS = [...Array.from(`'"\\\`$(){}[]<>|&;*?!~#%=+,:@^- `), 'a', 'Z', '0', '$(', '`id`', "'\\''", '%s', '\\n'];
const texts = fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 })), { maxLength: 12 });
const asciiText = texts.map((parts) => parts.join('').replace(/[^\x20-\x7e]/g, ''));
const name = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS, '虚拟机', 'ü', '🖥'), fc.string({ maxLength: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join('').replace(/[/\p{Cc}]/gu, '')}`);
const bytes = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});

function splicesOf(length: number): fc.Arbitrary<readonly ByteSplice[]> {
  const part = fc.record({ skip: fc.nat(9), removed: fc.nat(5), text: asciiText });
  return fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => {
    let at = 0;
    return parts.map(({ skip, removed, text }) => {
      const offsetBytes = Math.min(length, at + skip);
      const removedBytes = Math.min(length - offsetBytes, removed);
      at = offsetBytes + removedBytes;
      return { offsetBytes, removedBytes, text };
    });
  });
}

describe('any edit', () => {
  /** Runs the step alone, on a file of a strange name, with nothing around it that could stop. */
  function patch(file: string, old: string, splices: readonly ByteSplice[]): string {
    const edit = scriptEdit({ path: file, old, splices });
    writeFileSync(file, old, 'latin1');
    const surroundings = `journal=${dirname(dirname(file))}/journal
begin() { :; }; finish() { echo "$1"; }; keep() { printf '%s\\n' "$1"; }
stop() { echo "stop $*"; exit 1; }
sum_of() { sha256sum <"$1" | cut -c 1-64; }
stat() { case $2 in %u*) echo 0 ;; %A) echo drwxr-xr-x ;; %h) echo 1 ;; esac; }\n`;
    const text = [PREAMBLE, ...scriptValues(edit), surroundings, SCRIPT_STEP, 'step_script'].join('\n');
    // runInShell takes one character for a byte.
    const { stdout, stderr } = runInShell(Buffer.from(text, 'utf8').toString('latin1'));
    expect(stderr).toBe('');
    return Buffer.from(stdout, 'latin1').toString('utf8');
  }

  it('is carried out to the byte, whatever the shell could read into the path and the texts', () => {
    const { path, remove } = scratchFolder();
    onTestFinished(remove);
    for (const folder of ['journal', 'vm']) mkdirSync(join(path, folder));
    const cases = fc
      .tuple(name, bytes)
      .chain(([leaf, old]) => fc.tuple(fc.constant(leaf), fc.constant(old), splicesOf(old.length)));
    fc.assert(
      fc.property(cases, ([leaf, old, splices]) => {
        fc.pre(spliced(old, splices) !== old);
        const file = join(path, 'vm', leaf);
        const [entry = '', end] = patch(file, old, splices).split('\n');
        expect({ end, after: readFileSync(file, 'latin1') }).toEqual({ end: 'done', after: spliced(old, splices) });
        expect(JSON.parse(`{${entry}}`)).toMatchObject({ step: 'script', file });
        expect(readdirSync(join(path, 'vm'))).toEqual([leaf]);
        rmSync(file);
      }),
      { numRuns: 40 },
    );
  });
});

describe('isUsableScriptEdit', () => {
  const usable = scriptEdit();
  const at = (offsetBytes: number, removedBytes = 0, text = 'x'): ByteSplice => ({ offsetBytes, removedBytes, text });
  const many = (count: number, text: string): readonly ByteSplice[] =>
    Array.from({ length: count }, (_, i) => at(i, 0, text));

  it.each<[string, Partial<ScriptEdit>]>([
    ['of the fakes', {}],
    ['of a script beside the root', { path: '/a' }],
    ['of a path with blanks, quotes and Chinese', { path: `/opt/它's "my" $VM/start it.sh` }],
    ['that only takes away', { splices: [at(3, 4, '')] }],
    ['with two at one place', { splices: [at(3), at(3)] }],
    ['of a hundred places', { splices: many(100, 'x') }],
    [
      'with every sign that ASCII can print',
      { splices: [at(0, 0, String.fromCharCode(...Array.from({ length: 95 }, (_, i) => i + 32)))] },
    ],
    ['far behind in the file', { splices: [at(Number.MAX_SAFE_INTEGER - 1, 1)] }],
  ])('takes one %s', (_words, changes) => {
    expect(isUsableScriptEdit({ ...usable, ...changes })).toBe(true);
  });

  it.each<[string, Partial<ScriptEdit>]>([
    ...[
      '',
      '/',
      'start.sh',
      './a',
      '/opt/../a',
      '/opt/./a',
      '/opt//a',
      '/opt/a/',
      '/a\nb',
      '/a\0b',
      '/a\u007f',
      '/a\u0085b',
    ].map((path) => [`with the path ${JSON.stringify(path)}`, { path }] as [string, Partial<ScriptEdit>]),
    ['with a path that turns its end around', { path: '/opt/\u202Ehs.evil' }],
    ['with a line separator in its path', { path: '/opt/a\u2028b' }],
    ['with half a sign in its path', { path: '/opt/\ud83d' }],
    ['with a path that no file can have', { path: `/${'a'.repeat(4_095)}` }],
    ['without a hash', { oldSha256: '' }],
    ['with a hash in capitals', { newSha256: usable.newSha256.toUpperCase() }],
    ['with a hash and a newline', { newSha256: `${usable.newSha256}\n` }],
    ['that changes nothing', { newSha256: usable.oldSha256 }],
    ['without a place', { splices: [] }],
    ['of too many places', { splices: many(101, 'x') }],
    ['of too much text', { splices: many(2, 'x'.repeat(4_097)) }],
    ['out of order', { splices: [at(4), at(3)] }],
    ['with places that overlap', { splices: [at(4, 3), at(6)] }],
    ['before the file', { splices: [at(-1)] }],
    ['that takes away less than nothing', { splices: [at(4, -1)] }],
    ['at half a byte', { splices: [at(0.5)] }],
    ['nowhere', { splices: [at(Number.NaN)] }],
    ['behind every file', { splices: [at(Number.MAX_SAFE_INTEGER, 1)] }],
    ['with a new line', { splices: [at(0, 0, 'a\nb')] }],
    ['with a tab', { splices: [at(0, 0, 'a\tb')] }],
    ['with Chinese', { splices: [at(0, 0, '大页')] }],
    ['with a NUL', { splices: [at(0, 0, '\0')] }],
  ])('refuses one %s, and such a plan has no text', (_words, changes) => {
    const edit = { ...usable, ...changes };
    expect(isUsableScriptEdit(edit)).toBe(false);
    expect(() => renderRootScript(planFor(desktop(), {}, [], edit))).toThrow('cannot stand in root text');
  });

  it('lets nothing through that would not fit into one argument of a program (128 KiB)', () => {
    const path = `/${"'".repeat(4_094)}`;
    const splices = [...many(99, ''), at(Number.MAX_SAFE_INTEGER, 0, "'".repeat(8_192))];
    const edit = { ...usable, path, splices };
    expect(isUsableScriptEdit(edit)).toBe(true);
    const text = renderRootScript(planFor(desktop(), {}, [], edit));
    expect(Buffer.from(text, 'utf8').toString('base64').length).toBeLessThan(124 * 1_024);
  });
});

describe('scriptValues', () => {
  it('quotes the path, also inside JSON, and each text', () => {
    const edit = {
      ...scriptEdit(),
      path: `/opt/it's "mine"`,
      splices: [{ offsetBytes: 7, removedBytes: 2, text: "$(id)'" }],
    };
    const [path, json, , , splices] = scriptValues(edit);
    expect(path).toBe(`script='/opt/it'\\''s "mine"'`);
    expect(json).toBe(`script_json='"/opt/it'\\''s \\"mine\\""'`);
    expect(splices).toContain(`\n  splice 7 2 '$(id)'\\'''\n`);
  });
});
