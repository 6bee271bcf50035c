import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { groupToLend, lendGroup } from '../../../../main/scripts/start-group';
import { desktop, KVM_GID, withFacts, withGroup } from '../../../fakes/host';
import { scratchFolder } from '../../../fakes/shell';

/** As it is after a plan that added the person, until the next login. */
const ADDED = desktop({ group: { gid: KVM_GID, members: ['root', 'ming'] } });

describe('the group that is lent', () => {
  it('is the one that the person was added to after the login', () => {
    expect(groupToLend(ADDED)).toBe('kvm');
  });
  it('is none where the login has it, where there is none, where the person is no member, and for root', () => {
    const hosts = [
      withGroup(desktop()),
      desktop(),
      desktop({ group: { gid: KVM_GID, members: ['li'] } }),
      withFacts(ADDED, { user: { isRoot: true } }),
    ];
    expect(hosts.map(groupToLend)).toEqual([null, null, null, null]);
  });
});

describe('lending a group', () => {
  let folder = '';
  let env: Readonly<Record<string, string>> = {};

  beforeEach(() => {
    const scratch = scratchFolder();
    folder = scratch.path;
    onTestFinished(scratch.remove);
    env = { PATH: `${folder}:/usr/bin:/bin` };
  });

  /** An sg that notes what it is asked for, in place of the system's. */
  function placeSg(text: string): string {
    const path = join(folder, 'sg');
    writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" >${folder}/asked\n${text}\n`, { mode: 0o755 });
    return path;
  }

  it('asks sg first, and then hands it the words as one text that its shell takes apart again', async () => {
    const sg = placeSg('exec /bin/sh -c "$3"');
    const odd = ['printf', '%s|', ` a "b" 'c'`, '-$(d)', '`e`\\', 'two\nlines', ''];
    const words = (await lendGroup(odd, 'kvm', env)) ?? [];
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('kvm\n-c\nexit 0\n');
    expect(words.slice(0, 3)).toEqual([sg, 'kvm', '-c']);
    const { stdout } = spawnSync(sg, words.slice(1), { env, encoding: 'utf8' });
    expect(stdout).toBe(` a "b" 'c'|-$(d)|\`e\`\\|two\nlines||`);
  });
  it('puts back what a setuid program is not given, and nothing else', async () => {
    placeSg('exit 0');
    const taken = { TMPDIR: `/it's here`, LD_LIBRARY_PATH: '/opt/lib', LD_PRELOAD: '', TZDIR: '/zones', NLSPATH: '/n' };
    const words = await lendGroup(['/vm.sh'], 'kvm', { ...env, ...taken, SECRET: 'token', DISPLAY: ':0' });
    expect(words?.[3]).toBe(
      `export TMPDIR='/it'\\''s here'; export LD_LIBRARY_PATH='/opt/lib'; export LD_PRELOAD=''; ` +
        `export TZDIR='/zones'; export NLSPATH='/n'; exec '/vm.sh'`,
    );
  });
  it('is not possible where sg refuses, is missing or is no program', async () => {
    placeSg('exit 1');
    expect(await lendGroup(['/vm.sh'], 'kvm', env)).toBeNull();
    expect(await lendGroup(['/vm.sh'], 'kvm', { PATH: join(folder, 'nowhere') })).toBeNull();
    writeFileSync(join(folder, 'sg'), '#!/no/such/shell\n', { mode: 0o755 });
    expect(await lendGroup(['/vm.sh'], 'kvm', env)).toBeNull();
    mkdirSync(join(folder, 'second', 'sg'), { recursive: true });
    expect(await lendGroup(['/vm.sh'], 'kvm', { PATH: join(folder, 'second') })).toBeNull();
  });
  it('is not possible with an environment that is too large for any program', async () => {
    placeSg('exit 0');
    expect(await lendGroup(['/vm.sh'], 'kvm', { ...env, BIG: 'x'.repeat(4_000_000) })).toBeNull();
  });
  it('leaves sg neither a terminal nor an input to ask for a password on', async () => {
    placeSg(`{ readlink /proc/self/fd/0; ps -o sid= -p $$; echo $$; } | tr -d ' ' >${folder}/session`);
    await lendGroup(['/vm.sh'], 'kvm', env);
    const [input, session, pid] = readFileSync(join(folder, 'session'), 'utf8').split('\n');
    expect(input).toBe('/dev/null');
    expect(session).toBe(pid);
  });
});
