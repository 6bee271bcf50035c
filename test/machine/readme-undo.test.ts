import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyNow, freshMachine, machineNow, ONE_GIB, planForTestUser, planNow } from './applying';
import { mustRun } from './harness/processes';

const JOURNAL = '/var/lib/hugepages-guide/journal';
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

type Entry = Readonly<Record<string, string | number | boolean | null>>;

/** The README's commands, each filled in from one line of the journal, as its reader would. */
const COMMANDS: readonly (readonly [when: (entry: Entry) => boolean, command: string])[] = [
  [({ copy, step }) => typeof copy === 'string' && step !== 'group', 'cp -a FOLDER/COPY FILE'],
  [({ copy }) => copy === null, 'rm FILE'],
  [({ step, new: pages }) => step === 'pool' && pages !== undefined, 'echo OLD | sudo tee FILE'],
  [({ step, old }) => step === 'mount' && old === null, 'umount PATH'],
  [({ madeFolder }) => madeFolder === 1, 'rmdir PATH'],
  [({ step, old }) => step === 'mount' && typeof old === 'string', 'chown OWNER PATH && sudo chmod MODE PATH'],
  [({ step, user }) => step === 'membership' && user !== undefined, 'gpasswd -d USER kvm'],
  [({ step, old, copy }) => step === 'group' && (old === null || copy !== undefined), 'groupdel kvm'],
];

function fill(command: string, folder: string, entry: Entry): string {
  const [owner = '', mode = ''] = typeof entry['old'] === 'string' ? entry['old'].split(' ') : [];
  const word = (name: string): string => String(entry[name]);
  const words = { FOLDER: folder, COPY: word('copy'), FILE: word('file'), PATH: word('path'), USER: word('user') };
  const values = { ...words, OWNER: owner, MODE: mode, OLD: word('old') };
  return Object.entries(values)
    .reduce((text, [name, value]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value), command)
    .replaceAll('sudo ', '');
}

async function undoAsTheReadmeSays(): Promise<void> {
  // By the clock and not by name: a person does not apply two plans in one second, this test does.
  const age = (folder: string): number => statSync(`${folder}/entry.jsonl`).mtimeMs;
  const folders = readdirSync(JOURNAL).map((name) => `${JOURNAL}/${name}`);
  for (const folder of folders.sort((one, other) => age(other) - age(one))) {
    const lines = readFileSync(`${folder}/entry.jsonl`, 'utf8').trim().split('\n');
    for (const entry of lines.map((line) => JSON.parse(line) as Entry).reverse()) {
      for (const [, command] of COMMANDS.filter(([when]) => when(entry))) {
        await mustRun(['sh', '-c', fill(command, folder, entry)]);
      }
    }
  }
  rmSync('/var/lib/hugepages-guide/journal', { recursive: true });
}

beforeAll(async () => {
  await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync('/etc/fstab', 'proc /proc proc defaults 0 0\n');
});

describe('undoing by hand, as the README says', () => {
  test.each(COMMANDS.map(([, command]) => [command]))('the README has the command “%s”', (command) => {
    expect(README.replaceAll('\\|', '|')).toContain(command);
  });

  test('leaves a machine where nothing was set up as it was', async () => {
    const before = machineNow();
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    await undoAsTheReadmeSays();
    expect(machineNow()).toEqual(before);
  });

  test('goes back over two plans, to a mount that belonged to root alone', async () => {
    mkdirSync('/dev/hugepages');
    await mustRun(['mount', '-t', 'hugetlbfs', '-o', 'mode=0755', 'hugetlbfs', '/dev/hugepages']);
    const before = machineNow();
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    expect(await applyNow(planNow({ guestKiB: 2 * ONE_GIB.guestKiB }))).toMatchObject({ kind: 'applied' });
    await undoAsTheReadmeSays();
    expect(machineNow()).toEqual(before);
  });
});
