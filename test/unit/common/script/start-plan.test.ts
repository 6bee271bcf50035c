import { describe, expect, test } from 'vitest';
import { changedLines, declined, PREALLOCATING, reasonsOf, startOf, TARGET } from '../../../fakes/parsed-script';

const GIB_IN_KIB = 1_048_576;

describe('ordinary memory', () => {
  test('the option comes right behind the program, and says why', async () => {
    expect(await changedLines('kvm -m 4G\n')).toEqual(['kvm -mem-path /dev/hugepages -m 4G']);
    expect(await reasonsOf('kvm -m 4G\n')).toEqual([
      { key: 'patch.reason.mem-path', values: { path: '/dev/hugepages' } },
    ]);
    expect((await startOf('kvm -m 4G\n')).backing).toEqual({ kind: 'ordinary' });
  });
  test('with all pages at once where that is wished', async () => {
    expect(await changedLines('kvm -m 4G\n', PREALLOCATING)).toEqual([
      'kvm -mem-path /dev/hugepages -mem-prealloc -m 4G',
    ]);
    expect((await reasonsOf('kvm -m 4G\n', PREALLOCATING)).map(({ key }) => key)).toEqual([
      'patch.reason.mem-path',
      'patch.reason.prealloc',
    ]);
    expect(await changedLines('kvm -m 4G -mem-prealloc\n', PREALLOCATING)).toEqual([
      'kvm -mem-path /dev/hugepages -m 4G -mem-prealloc',
    ]);
  });
  test('pages of another size lie elsewhere', async () => {
    const target = { ...TARGET, path: '/dev/hugepages1G', hugePaths: ['/dev/hugepages1G'], pageKiB: GIB_IN_KIB };
    expect(await changedLines('kvm -m 4G\n', target)).toEqual(['kvm -mem-path /dev/hugepages1G -m 4G']);
  });
  test('an object for something else does not matter', async () => {
    const script = 'kvm -m 4G -object rng-random,id=rng0,filename=/dev/urandom -numa node,nodeid=0 -machine q35\n';
    expect(await changedLines(script)).toEqual([script.trim().replace('kvm', 'kvm -mem-path /dev/hugepages')]);
  });
});

describe('-mem-path', () => {
  test.each([
    ['/dev/hugepages', '/dev/hugepages'],
    ['/dev/hugepages/', '/dev/hugepages'],
    ['"/dev/hugepages"', '/dev/hugepages'],
    ['/mnt/huge1G/vm', '/mnt/huge1G/vm'],
  ])('%s is there already', async (typed, path) => {
    const target = { ...TARGET, hugePaths: ['/dev/hugepages', '/mnt/huge1G'] };
    const start = await startOf(`kvm -m 4G -mem-path ${typed}\n`, target);
    expect([start.treatment, start.backing]).toEqual([{ kind: 'already' }, { kind: 'mem-path', path }]);
  });
  test.each([
    ['as a word', 'kvm -m 4G -mem-path /dev/shm -s\n', 'kvm -m 4G -mem-path /dev/hugepages -s'],
    ['between quotes', 'kvm -m 4G -mem-path "/dev/shm"\n', 'kvm -m 4G -mem-path /dev/hugepages'],
    ['in parts', `kvm -m 4G -mem-path /dev/"shm"'/a'\n`, 'kvm -m 4G -mem-path /dev/hugepages'],
    ['escaped', 'kvm -m 4G -mem-path /my\\ mem\n', 'kvm -m 4G -mem-path /dev/hugepages'],
    ['on a line of its own', 'kvm -m 4G \\\n  -mem-path \\\n  /dev/shm \\\n  -s\n', '  /dev/hugepages \\'],
    ['twice', 'kvm -mem-path /a -m 4G -mem-path /b\n', 'kvm -mem-path /dev/hugepages -m 4G -mem-path /dev/hugepages'],
    ['from a variable', 'p=/dev/shm\nkvm -m 4G -mem-path "$p"\n', 'kvm -m 4G -mem-path /dev/hugepages'],
    ['from a default', 'kvm -m 4G -mem-path ${P:-/dev/shm}\n', 'kvm -m 4G -mem-path /dev/hugepages'],
    ['in a text of options', 'o="-m 4G -mem-path /dev/shm"\nkvm $o\n', 'o="-m 4G -mem-path /dev/hugepages"'],
    ['in a list', 'o=(-m 4G -mem-path "/dev/shm")\nkvm "${o[@]}"\n', 'o=(-m 4G -mem-path /dev/hugepages)'],
    ['in a text for a shell', `bash -c 'kvm -mem-path /tmp'\n`, `bash -c 'kvm -mem-path /dev/hugepages'`],
    ['in a call', 'f() { kvm "$@"; }\nf -mem-path /tmp\n', 'f -mem-path /dev/hugepages'],
  ])('that leads elsewhere is replaced where it stands: %s', async (_, script, line) => {
    expect(await changedLines(script)).toEqual([line]);
  });
  test('says where it led before', async () => {
    const script = 'kvm -m 4G -mem-path /dev/shm/\n';
    expect(await reasonsOf(script)).toEqual([{ key: 'patch.reason.replace-path', values: { old: '/dev/shm' } }]);
    expect((await startOf(script)).backing).toEqual({ kind: 'mem-path', path: '/dev/shm' });
  });
  test('that is there on some ways only is completed, and replaced where it leads elsewhere', async () => {
    const script = 'o=\nif [ -d /mnt/x ]; then o="-mem-path /mnt/x"; fi\nkvm -m 4G $o\n';
    expect(await changedLines(script)).toEqual([
      'if [ -d /mnt/x ]; then o="-mem-path /dev/hugepages"; fi',
      'kvm -mem-path /dev/hugepages -m 4G $o',
    ]);
  });
  test.each(['"$DIR"', '"$HOME/huge"', '$(findmnt -no TARGET -t hugetlbfs)', '${DIR%/}'])(
    'that only running the script would tell is declined: %s',
    async (typed) => {
      const script = `kvm -m 4G -mem-path ${typed}\n`;
      expect(await declined(script)).toEqual({
        reason: { key: 'patch.declined.mem-path-unknown', values: {} },
        byHand: '-mem-path /dev/hugepages',
      });
      expect((await startOf(script)).backing).toEqual({ kind: 'mem-path', path: null });
    },
  );
  test('of several paths by a branch, none is replaced', async () => {
    const script = 'if a; then p=/tmp; else p=/var; fi\nkvm -m 4G -mem-path $p\n';
    expect((await declined(script)).reason.key).toBe('patch.declined.mem-path-unknown');
  });
  test('with all pages at once, where that is wished and not yet so', async () => {
    expect(await changedLines('kvm -m 4G -mem-path /dev/hugepages\n', PREALLOCATING)).toEqual([
      'kvm -mem-prealloc -m 4G -mem-path /dev/hugepages',
    ]);
  });
});

describe('what nobody can see', () => {
  test.each([
    ['from a file that is read in', '. /etc/vm.conf\nkvm -m 4G $OPTS\n', 'options-sourced'],
    ['set before a file is read in', 'OPTS=-s\nsource /etc/vm.conf\nkvm -m 4G $OPTS\n', 'options-sourced'],
    ['from what a command prints', 'kvm -m 4G $(cat opts)\n', 'options-printed'],
    ['from lines of a file', 'mapfile -t o <opts\nkvm -m 4G "${o[@]}"\n', 'options-printed'],
    ['from what was typed in', 'read -r o\nkvm -m 4G $o\n', 'options-printed'],
    ['put together', 'kvm -m 4G "${o[@]:1}"\n', 'options-computed'],
    ['from a file of QEMU', 'kvm -m 4G -readconfig vm.cfg\n', 'readconfig'],
  ])('options %s: declined', async (_, script, reason) => {
    expect(await declined(script)).toEqual({
      reason: { key: `patch.declined.${reason}`, values: {} },
      byHand: '-mem-path /dev/hugepages',
    });
    expect((await startOf(script)).backing).toEqual({ kind: 'unknown' });
  });
  test('values from there do not matter', async () => {
    expect(await changedLines('kvm -m 4G -smp $(nproc) -name "$(hostname)"\n')).toHaveLength(1);
  });
});

describe('what stands in the way', () => {
  test.each([
    ['another computer', 'ssh host qemu-system-x86_64 -m 4G\n', { key: 'patch.declined.remote', values: {} }],
    [
      'a starter of services',
      'daemon --name vm qemu-system-x86_64 -m 4G\n',
      { key: 'patch.declined.daemon', values: {} },
    ],
    [
      'an expansion without quotes, behind which nothing can be put in',
      'q=kvm\neval $q -m 4G\n',
      { key: 'patch.declined.no-place', values: {} },
    ],
    [
      'less memory than one page',
      'kvm -m 1M\n',
      { key: 'patch.declined.smaller-than-page', values: { guestKiB: 1_024, pageKiB: 2_048 } },
    ],
  ])('%s', async (_, script, reason) => {
    expect(await declined(script)).toEqual({ reason, byHand: '-mem-path /dev/hugepages' });
  });
  test('on another computer the size is not told either', async () => {
    expect((await startOf('ssh host qemu-system-x86_64 -m 4G\n')).guestKiB).toBeNull();
  });
  test('one page is enough', async () => {
    expect((await startOf('kvm -m 2M\n')).treatment.kind).toBe('change');
    const gigantic = { ...TARGET, pageKiB: GIB_IN_KIB };
    expect((await declined('kvm -m 512M\n', gigantic)).reason.key).toBe('patch.declined.smaller-than-page');
  });
});
