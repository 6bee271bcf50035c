import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseQemuMemory } from '../../common/qemu-memory';
import { isQemuOn, parseQemuObject, parseQemuProperties, type QemuProperties } from '../../common/qemu-options';
import { CORPUS, CORPUS_FOLDER, type CorpusScript } from '../fixtures/qemu-scripts/corpus';
import { run } from './harness/processes';
import {
  prepareRecorder,
  type RecordedRun,
  type RecordedStart,
  runRecorded,
  type ScriptRun,
  shellFor,
} from './harness/qemu-recorder';

const NOT_SHELL: readonly unknown[] = ['other-language', 'quickemu'] satisfies CorpusScript['facts']['fault'][];
/** A hand-written option may have one dash or two. */
const DASHES = /^--?(?=[a-z])/i;
const QUESTION = /^(?:help|--?help|--?version|-h)$/;
/** What the patch may change of a connected object; and the object it adds for a vhost-user device. */
const TOUCHED = ['qom-type', 'mem-path', 'hugetlb', 'hugetlbsize', 'prealloc', 'share'];
const ADDED_OBJECT = /^memory-backend-file,id=hugepages,size=\d+M,mem-path=\/dev\/hugepages,share=on$/;
const ADDED_MACHINE = 'memory-backend=hugepages';

const has = (treatment: string) => (script: CorpusScript) =>
  script.facts.starts.some((start) => start.treatment === treatment);
const patched = CORPUS.filter(has('change'));
const partlyHuge = CORPUS.filter(has('already'));

beforeAll(prepareRecorder);

describe('the recorder', () => {
  const record = (text: string, how: Partial<ScriptRun> = {}) =>
    runRecorded(Buffer.from(text, 'latin1'), { args: [], env: {}, files: {}, stdin: '', ...how });

  test('keeps every byte of every argument', async () => {
    const words = `'' ' a\tb\n' "\\"\\\\'" '$x*' '\xfc\xff' -m "$1"`;
    const { starts } = await record(`#!/bin/sh\nkvm ${words}\n/usr/libexec/qemu-kvm\n`, { args: ['4 G'] });
    expect(starts).toEqual([
      { program: 'kvm', args: ['', ' a\tb\n', `"\\'`, '$x*', '\xfc\xff', '-m', '4 G'] },
      { program: 'qemu-kvm', args: [] },
    ]);
  });

  test('waits for what a script leaves in the background, and gives its exit code, output and input', async () => {
    const text = '#!/bin/bash\n(env -i nohup setsid qemu-system-arm -S >/dev/null 2>&1 &)\nread -r x\necho "<$x>"\nkvm';
    const { starts, exitCode, stdout } = await record(text, { stdin: 'in\n', env: { QEMU_EXIT: '7' } });
    expect({ exitCode, stdout }).toEqual({ exitCode: 7, stdout: '<in>\n' });
    expect(starts.map(({ program }) => program).sort()).toEqual(['kvm', 'qemu-system-arm']);
  });

  test('runs what stands behind the options of a wrapper', async () => {
    const commands = [
      'sudo -Eu nobody -g kvm A=1 -- taskset -c 0 kvm 1',
      'numactl -N 0 --membind=0 chrt -f 9 prlimit --nofile=9:9 kvm 2',
      'systemd-run --user --scope -p A=b --unit x ionice -c2 -n 7 kvm 3',
      "screen -dmS name sh -c 'kvm 4'; xterm -T title -e 'kvm 5'; xterm -e kvm 6; su -s /bin/sh -c 'kvm 7' nobody",
    ];
    const { starts, stderr } = await record(commands.join('\n'));
    expect(stderr).toBe('');
    expect(starts.map(({ args }) => args.join(' '))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  test('lets a script do nothing to the machine', async () => {
    const attempts = [
      'echo 1 >/proc/sys/vm/drop_caches',
      'echo 1 >/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages',
      'touch /host/usr/here',
      '/host/usr/bin/mount -t tmpfs tmpfs /tmp',
      'kill -0 2',
      'test -e /etc/shadow',
      '/host/usr/bin/mknod /tmp/disk b 254 0',
      'exec 3<>/dev/tcp/127.0.0.1/22',
    ];
    const lines = attempts.map((attempt) => `(${attempt}) 2>/dev/null && echo '${attempt}'`);
    expect((await record(['#!/bin/bash', ...lines].join('\n'))).stdout).toBe('');
  });
});

describe('the comparison', () => {
  const start = (command: string): RecordedStart => ({ program: 'qemu-system-x86_64', args: command.split(' ') });
  const faultsOf = (command: string, preallocates = false) => backingFaults(start(command), { preallocates });

  test.each([
    ['an option that is lost', '-m 4G -hda a', '-mem-path /dev/hugepages -m 4G'],
    ['a word that fell apart', '-name a,b', '-mem-path /dev/hugepages -name a b'],
    ['other memory', '-m 4G', '-mem-path /dev/hugepages -m 2G'],
    [
      'an object that is no main memory',
      ramObject('x'),
      ramObject('x').replace('-ram', '-file,mem-path=/dev/hugepages'),
    ],
    ['another size of an object', `${ramObject('m')} -M memory-backend=m`, `${ramObject('m')}G -M memory-backend=m`],
  ])('finds %s', (_what, before, after) => {
    expect(withoutBacking(start(after))).not.toEqual(withoutBacking(start(before)));
  });

  test.each([
    '-m 4G',
    '-mem-path /dev/hugepages -mem-path /mnt/huge',
    '-mem-path /dev/hugepagesX',
    `-mem-path /dev/hugepages ${ramObject('m')} -numa node,memdev=m`,
    '-mem-path /dev/hugepages -object memory-backend-memfd,id=m,hugetlb=on -machine memory-backend=m',
    '-mem-path /dev/hugepages -device vhost-user-fs-pci,chardev=c',
    '-object memory-backend-file,id=m,mem-path=/dev/hugepages -numa node,memdev=m -netdev vhost-user,id=n',
    '-machine memory-backend=m',
  ])('sees that a start has not all its memory on huge pages: %s', (command) => {
    expect(faultsOf(command)).not.toEqual([]);
  });

  test.each([
    '-mem-path /mnt/huge --mem-path /dev/hugepages/',
    '-object {"qom-type":"memory-backend-file","id":"m","mem-path":"/dev/hugepages"} -M q35,memory-backend=m',
    '-object memory-backend-memfd,id=m,hugetlb=on -numa node,memdev=m -device vhost-user-fs-pci,chardev=c',
  ])('sees that a start has them: %s', (command) => {
    expect(faultsOf(command)).toEqual([]);
    expect(faultsOf(command, true)).not.toEqual([]);
    expect(faultsOf(`-mem-prealloc ${command}`, true)).toEqual([]);
  });
});

describe('every script of the corpus', () => {
  test('is read by its shell without a complaint, unless that is its fault', async () => {
    for (const { name, before, after, facts } of CORPUS.filter((script) => !NOT_SHELL.includes(script.facts.fault))) {
      for (const suffix of after === null ? ['before'] : ['before', 'after']) {
        const file = `${name}.${suffix}`;
        const { exitCode, stderr } = await run([...shellFor(before), '-n', join(CORPUS_FOLDER, file)]);
        const isRefused = exitCode !== 0 || stderr !== '';
        expect({ file, isRefused }).toEqual({ file, isRefused: facts.fault === 'syntax-error' });
      }
    }
  });
});

describe.concurrent('a script after the patch', () => {
  test.each(patched)('does what it did before, on huge pages: $name', async (script) => {
    const { facts, before, after } = script;
    const [was, is] = await Promise.all([runBefore(script), runRecorded(after ?? before, facts.run)]);
    expect(is.starts.map(withoutBacking)).toEqual(was.starts.map(withoutBacking));
    expect(is.exitCode).toBe(was.exitCode);
    expect(withoutMemPath(is.stdout)).toBe(withoutMemPath(was.stdout));

    const faults = faultsByStart(script, is);
    expect(faults).toContainEqual([]);
    const isAnyDeclined = facts.starts.some(({ treatment }) => treatment === 'declined');
    expect(faults.flat()).toEqual(isAnyDeclined ? expect.anything() : []);
    // Or there was nothing to change.
    expect(faultsByStart(script, was).flat()).not.toEqual([]);
  });
});

describe.concurrent('what is known of a script', () => {
  test.each(partlyHuge)('is true of its huge pages: $name', async (script) => {
    const faults = faultsByStart(script, await runBefore(script));
    const already = script.facts.starts.filter(({ treatment }) => treatment === 'already');
    expect(faults.filter((found) => found.length === 0)).toHaveLength(already.length);
  });

  test.each([...new Set([...patched, ...partlyHuge])])('is true of its programs and memory: $name', async (script) => {
    const known = script.facts.starts.map(({ program, guestKiB }) => `${program} ${String(guestKiB)}`);
    for (const { program, args } of realStarts(await runBefore(script))) {
      const guestKiB = parseQemuMemory(optionsOf(args).flatMap(([name, value]) => (name === 'm' ? [value] : [])));
      const either = [`${program} ${String(guestKiB)}`, `${program} null`];
      expect(known).toContainEqual(expect.toSatisfy((text: string) => either.includes(text), either[0]));
    }
  });
});

const runsBefore = new Map<string, Promise<RecordedRun>>();

/** Each script as it was is run once. */
function runBefore({ name, before, facts }: CorpusScript): Promise<RecordedRun> {
  const recorded = runsBefore.get(name) ?? runRecorded(before, facts.run);
  runsBefore.set(name, recorded);
  return recorded;
}

/** Without questions such as `-machine help`. */
function realStarts({ starts }: RecordedRun): readonly RecordedStart[] {
  return starts.filter(({ args }) => !args.some((arg) => QUESTION.test(arg)));
}

function faultsByStart({ facts }: CorpusScript, recorded: RecordedRun): readonly (readonly string[])[] {
  return realStarts(recorded).map((start) => backingFaults(start, facts.wish));
}

/** Options by name, each with the word behind it; for those that take no value, that word says nothing. */
function optionsOf(args: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return args.flatMap((arg, index) => (DASHES.test(arg) ? [[arg.replace(DASHES, ''), args[index + 1] ?? '']] : []));
}

/** The names of the objects that main memory is made of. */
function connectedIds(args: readonly string[]): readonly string[] {
  return optionsOf(args).flatMap(([name, value]) => {
    const properties = parseQemuProperties(value, 'type');
    if (name === 'machine' || name === 'M') return properties.get('memory-backend') ?? [];
    return name === 'numa' ? (properties.get('memdev') ?? []) : [];
  });
}

function connectedObjects(args: readonly string[]): readonly QemuProperties[] {
  const ids = connectedIds(args);
  const objects = optionsOf(args).flatMap(([name, value]) => (name === 'object' ? [parseQemuObject(value)] : []));
  return objects.filter((object) => ids.includes(object.get('id') ?? ''));
}

/** A start with everything taken away that the patch may touch: two that are equal differ in nothing else. */
function withoutBacking({ program, args }: RecordedStart): unknown {
  const ids = connectedIds(args);
  const rest: unknown[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [word = '', value = ''] = args.slice(index, index + 2);
    const name = DASHES.test(word) ? word.replace(DASHES, '') : '';
    const object = name === 'object' ? parseQemuObject(value) : null;
    const isAdded = (object !== null && ADDED_OBJECT.test(value)) || (name === 'machine' && value === ADDED_MACHINE);
    if (name === 'mem-path' || isAdded) {
      index += 1;
    } else if (object !== null && ids.includes(object.get('id') ?? '')) {
      rest.push([...object].filter(([key]) => !TOUCHED.includes(key)));
      index += 1;
    } else if (name !== 'mem-prealloc') {
      rest.push(word);
    }
  }
  return [program, rest];
}

/** Scripts that print their commands print the option too. */
function withoutMemPath(output: string): string {
  return output.replace(/ -mem-path \S+/g, '');
}

/** Why a start does not get huge pages for all its main memory, shared where that is needed; none where it does. */
function backingFaults({ args }: RecordedStart, wish: CorpusScript['facts']['wish']): readonly string[] {
  const options = optionsOf(args);
  const memPath = options.filter(([name]) => name === 'mem-path').at(-1)?.[1];
  const objects = connectedObjects(args);
  const isShared = options.some(([, value]) => /(?:^|[,=])vhost-user\b/.test(value));
  const takesAll = !wish.preallocates || options.some(([name]) => name === 'mem-prealloc');

  const faults = objects.flatMap((object) => objectFaults(object, { isShared, takesAll }));
  if (objects.length < new Set(connectedIds(args)).size) faults.push('an object is missing');
  if (memPath !== undefined && options.some(([, value]) => /(?:^|,)memory-backend=/.test(value))) {
    faults.push('QEMU refuses memory-backend= beside -mem-path');
  }
  if (objects.length > 0) return faults;
  if (!isHuge(memPath)) faults.push(`-mem-path is ${memPath ?? 'missing'}`);
  if (isShared) faults.push('-mem-path does not share');
  if (!takesAll) faults.push('-mem-prealloc is missing');
  return faults;
}

function objectFaults(object: QemuProperties, needs: { isShared: boolean; takesAll: boolean }): string[] {
  const isMemfd = object.get('qom-type') === 'memory-backend-memfd';
  const isFile = object.get('qom-type') === 'memory-backend-file';
  const faults: string[] = [];
  if (!(isMemfd ? isQemuOn(object.get('hugetlb')) : isFile && isHuge(object.get('mem-path')))) faults.push('not huge');
  // A memfd is shared unless it says otherwise (backends/hostmem-memfd.c).
  if (needs.isShared && !isQemuOn(object.get('share') ?? (isMemfd ? 'on' : 'off'))) faults.push('not shared');
  if (!needs.takesAll && !isQemuOn(object.get('prealloc'))) faults.push('not preallocated');
  return faults;
}

function isHuge(path: string | undefined): boolean {
  return path !== undefined && /^\/dev\/hugepages(?:\/|$)/.test(path);
}

function ramObject(id: string): string {
  return `-object memory-backend-ram,id=${id},size=4G`;
}
