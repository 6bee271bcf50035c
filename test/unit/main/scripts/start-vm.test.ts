import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { VmStart } from '../../../../common/script/reading';
import { VmStarter } from '../../../../main/scripts/start-vm';
import { desktop, KVM_GID, withFacts } from '../../../fakes/host';
import { scratchFolder } from '../../../fakes/shell';

const HOST = desktop();
const ADDED = desktop({ group: { gid: KVM_GID, members: ['ming'] } });

let folder = '';
let starter = new VmStarter();

beforeEach(() => {
  const scratch = scratchFolder();
  folder = realpathSync(scratch.path);
  onTestFinished(scratch.remove);
  starter = new VmStarter({ PATH: `${folder}:/usr/bin:/bin`, XDG_CONFIG_HOME: join(folder, 'config'), WISH: 'a b' });
});

function script(text: string, name = 'vm.sh', mode = 0o755): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
  return path;
}
/** The last start, once it has ended. */
function ended(): Promise<VmStart> {
  return vi.waitFor(
    () => {
      const last = starter.read();
      if (last?.exitCode === null) throw new Error('it still runs');
      if (last === null) throw new Error('nothing was started');
      return last;
    },
    { timeout: 10_000 },
  );
}
/** What a script that is run to its end has said. */
async function linesOf(path: string): Promise<readonly string[]> {
  expect(await starter.start(path, 'id', HOST)).toMatchObject({ kind: 'started' });
  return (await ended()).lines;
}

describe('starting a script', () => {
  it('runs it in its own folder with the person’s environment, without input and output', async () => {
    const path = script(
      '#!/bin/sh\necho "$PWD|$WISH|$0|$#" >&2; ends=$(readlink /proc/$$/fd/0 /proc/$$/fd/1); echo "$ends" >&2\n',
    );
    expect(await linesOf(path)).toEqual([`${folder}|a b|${path}|0`, '/dev/null', '/dev/null']);
  });
  it.each([`-a "b" 'c' $(d) \`e\` \\.sh`, 'two\nlines.sh', 'sub folder/启动 #1;&.sh', '*?[x]=y.sh'])(
    'runs it whatever its name is: %j',
    async (name) => {
      const shown = '[ -e "$0" ] && echo "found $PWD" >&2';
      const inOwnFolder = [`found ${join(folder, dirname(name))}`.replace(/\/\.$/, '')];
      expect(await linesOf(script(`#!/bin/sh\n${shown}\n`, name))).toEqual(inOwnFolder);
      expect(await linesOf(script(`#!/bin/sh\n${shown}\n`, `${name}.text`, 0o644))).toEqual(inOwnFolder);
      expect(await linesOf(script(shown, `${name}.bare`))).toEqual(inOwnFolder);
    },
  );
  it('runs it by bash where it names no shell', async () => {
    expect(await linesOf(script('[[ $BASH_VERSION ]] && echo bash >&2'))).toEqual(['bash']);
  });
  it('gives it a session of its own', async () => {
    const outcome = await starter.start(script('#!/bin/sh\nps -o sid= -p $$ >&2\n'), 'id', HOST);
    const [session] = (await ended()).lines;
    expect(outcome).toEqual({ kind: 'started', pid: Number(session) });
  });
  it('runs it although what it says can be kept nowhere', async () => {
    writeFileSync(join(folder, 'config'), '');
    expect(await linesOf(script('#!/bin/sh\necho lost >&2\n'))).toEqual([]);
  });
});

describe('the last start', () => {
  it('is none before one', () => {
    expect(starter.read()).toBeNull();
  });
  it('runs, until it has ended with its exit code', async () => {
    const path = script(`#!/bin/sh\necho 'no such disk' >&2\nwhile [ -e "$0" ] && [ ! -e end ]; do :; done\nexit 7\n`);
    const outcome = await starter.start(path, 'first', HOST);
    await vi.waitFor(
      () => {
        expect(starter.read()?.lines).toEqual(['no such disk']);
      },
      { timeout: 10_000 },
    );
    const { pid } = starter.read() ?? {};
    expect(outcome).toEqual({ kind: 'started', pid });
    expect(starter.read()).toEqual({ script: 'first', pid, lines: ['no such disk'], exitCode: null });
    writeFileSync(join(folder, 'end'), '');
    expect(await ended()).toEqual({ script: 'first', pid, lines: ['no such disk'], exitCode: 7 });
  });
  it('has the exit code -1 where a signal ended it', async () => {
    await starter.start(script('#!/bin/sh\nkill -KILL $$\n'), 'id', HOST);
    expect((await ended()).exitCode).toBe(-1);
  });
  it('has ended well where it left its VM in the background', async () => {
    const path = script(
      `#!/bin/sh\n(while [ -e "$0" ] && [ ! -e go ]; do :; done; echo late >&2; : >done) &\nexit 0\n`,
    );
    await starter.start(path, 'id', HOST);
    expect(await ended()).toMatchObject({ lines: [], exitCode: 0 });
    writeFileSync(join(folder, 'go'), '');
    await vi.waitFor(
      () => {
        expect(existsSync(join(folder, 'done'))).toBe(true);
      },
      { timeout: 10_000 },
    );
    expect(starter.read()?.lines).toEqual(['late']);
  });
  it('is the latest of several, also of the same script, and leaves one file', async () => {
    const path = script('#!/bin/sh\necho "$$" >&2\n');
    const first = await linesOf(path);
    const second = await linesOf(path);
    expect(second).not.toEqual(first);
    expect(readdirSync(join(folder, 'config/hugepages-guide/logs'))).toHaveLength(1);
  });
});

describe('a start that is refused', () => {
  it('says that the script is missing', async () => {
    expect(await starter.start(join(folder, 'gone.sh'), 'id', HOST)).toEqual({
      kind: 'refused',
      fault: { id: 'missing' },
    });
    expect(starter.read()).toBeNull();
  });
  it('says why the script cannot be run', async () => {
    const outcome = await starter.start(script('#!/no/such/shell\n'), 'id', HOST);
    const detail = '/no/such/shell: ENOENT: no such file or directory';
    expect(outcome).toEqual({ kind: 'refused', fault: { id: 'cannot-run', detail } });
  });
  it('says what the system said when it could not start anything, and leaves the last start as it was', async () => {
    const logs = join(folder, 'config/hugepages-guide/logs');
    const path = script('#!/bin/sh\necho first >&2\n');
    await starter.start(path, 'first', HOST);
    const before = await ended();
    const large = new VmStarter({ XDG_CONFIG_HOME: join(folder, 'config'), BIG: 'x'.repeat(4_000_000) });
    const outcome = await large.start(path, 'second', HOST);
    expect(outcome).toEqual({ kind: 'refused', fault: { id: 'cannot-run', detail: 'spawn E2BIG' } });
    expect(large.read()).toBeNull();
    expect(starter.read()).toEqual(before);
    expect(readdirSync(logs)).toHaveLength(1);
  });
});

describe('a start with a group that the login lacks', () => {
  function placeSg(text: string): void {
    script(`#!/bin/sh\n${text}\n`, 'sg');
  }

  it('goes through sg', async () => {
    placeSg(`[ "$1 $2" = 'kvm -c' ] && LENT=$1 exec /bin/sh -c "$3"`);
    const path = script('#!/bin/sh\necho "$LENT $PWD" >&2\nexit 3\n', `it's "odd"\n.sh`);
    expect(await starter.start(path, 'id', ADDED)).toMatchObject({ kind: 'started' });
    expect(await ended()).toMatchObject({ lines: [`kvm ${folder}`], exitCode: 3 });
  });
  it('is refused where sg does not lend it, and the script is not run', async () => {
    placeSg('echo "Password: Invalid password." >&2; exit 1');
    const path = script('#!/bin/sh\n: >ran\n');
    expect(await starter.start(path, 'id', ADDED)).toEqual({
      kind: 'refused',
      fault: { id: 'no-group', group: 'kvm' },
    });
    chmodSync(join(folder, 'sg'), 0o644);
    const withoutSg = new VmStarter({ PATH: folder });
    expect(await withoutSg.start(path, 'id', ADDED)).toEqual({
      kind: 'refused',
      fault: { id: 'no-group', group: 'kvm' },
    });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
  it('needs no sg as root, or for somebody who is not in the group', async () => {
    placeSg('exit 1');
    const path = script('#!/bin/sh\necho ran >&2\n');
    const hosts = [withFacts(ADDED, { user: { isRoot: true } }), withFacts(ADDED, { group: { members: [] } })];
    for (const host of hosts) {
      expect(await starter.start(path, 'id', host)).toMatchObject({ kind: 'started' });
      expect(await ended()).toMatchObject({ lines: ['ran'], exitCode: 0 });
    }
  });
  it('finds its files as the person would', async () => {
    placeSg('exec /bin/sh -c "$3"');
    const path = script('#!/bin/sh\ncat relative/disk >&2\n');
    script('a disk\n', 'relative/disk');
    await starter.start(path, 'id', ADDED);
    expect((await ended()).lines).toEqual(['a disk']);
    expect(readFileSync(path, 'utf8')).toContain('relative');
  });
});
