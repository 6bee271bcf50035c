import { describe, expect, it } from 'vitest';
import { parseStatus } from '../../../common/status-text';
import { hostFiles } from '../../../main/host-files';
import { type People, readPeople } from '../../../main/kernel-people';
import { fixtureProbe, fixtureRoot } from '../../fakes/fixture-host';

const files = hostFiles(fixtureRoot('plain'));

function peopleFor(uid: number, groups: string, env: Record<string, string> = {}): People {
  const ids = `${String(uid)}\t`.repeat(4);
  const status = parseStatus(`Uid:\t${ids}\nGid:\t${ids}\nGroups:\t${groups}\n`);
  return readPeople(files, fixtureProbe(undefined, { env, accountName: () => (uid === 0 ? 'root' : null) }), status);
}

describe('the person the plan is for', () => {
  it('is the caller of sudo or pkexec', () => {
    const expected = { name: 'user', uid: 1_000, primaryGid: 1_000, isRoot: true };
    expect(peopleFor(0, '0', { SUDO_UID: '1000', SUDO_USER: 'user' }).user).toMatchObject(expected);
    expect(peopleFor(0, '0', { PKEXEC_UID: '1000' }).user).toMatchObject(expected);
  });
  it('is root itself where nobody called it', () => {
    expect(peopleFor(0, '0').user).toMatchObject({ name: 'root', uid: 0, isRoot: true });
    expect(peopleFor(0, '0', { SUDO_UID: 'x' }).user).toMatchObject({ uid: 0 });
  });
  it('is not whom the environment names, unless the program runs as root', () => {
    expect(peopleFor(1_000, '27', { SUDO_UID: '0', PKEXEC_UID: '0' }).user).toMatchObject({
      uid: 1_000,
      isRoot: false,
    });
  });
  it('gets a name from elsewhere when /etc/passwd does not have it', () => {
    expect(peopleFor(0, '0', { SUDO_UID: '70001', SUDO_USER: 'of-ldap' }).user).toMatchObject({
      name: 'of-ldap',
      primaryGid: null,
    });
    expect(peopleFor(0, '0', { PKEXEC_UID: '70001' }).user).toMatchObject({ name: '', uid: 70_001 });
    const probe = fixtureProbe(undefined, { accountName: () => 'of-ldap' });
    const status = parseStatus('Uid:\t70001\t70001\t70001\t70001\n');
    expect(readPeople(files, probe, status).user).toMatchObject({ name: 'of-ldap', uid: 70_001, isRoot: false });
  });
  it('is nobody where the process cannot be read', () => {
    expect(readPeople(files, fixtureProbe(), null).user).toEqual({
      name: '',
      uid: -1,
      primaryGid: null,
      activeGids: [],
      isRoot: false,
    });
  });
});

describe('an administrator', () => {
  it('is in sudo by /etc/group or by the groups of this process', () => {
    expect(peopleFor(1_000, '').isAdministrator).toBe(true);
    expect(peopleFor(64_055, '27').isAdministrator).toBe(true);
    expect(peopleFor(64_055, '4').isAdministrator).toBe(false);
  });
});
