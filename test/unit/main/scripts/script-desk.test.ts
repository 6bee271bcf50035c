import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptReading } from '../../../../common/script/reading';
import { ScriptDesk } from '../../../../main/scripts/script-desk';
import { desktop, withMount } from '../../../fakes/host';
import { makeFolder, removeFolders } from './elsewhere';

removeFolders();

const SCRIPT = '#!/bin/sh\nexec qemu-system-x86_64 -m 4G -hda win10.qcow2\n';
const WISH = { pageKiB: 2_048, preallocates: false };
const HOST = withMount(desktop());
const NOW = new Date('2026-11-24T10:00:00Z');

interface Scene {
  readonly desk: ScriptDesk;
  readonly path: string;
  readonly recent: string[];
}

function scene(content = SCRIPT): Scene {
  const path = join(makeFolder(), 'start vm.sh');
  writeFileSync(path, content);
  chmodSync(path, 0o750);
  const recent: string[] = [];
  const desk = new ScriptDesk(join(makeFolder(), 'hugepages-guide'), {
    read: () => recent,
    add: (added) => recent.unshift(added),
  });
  return { desk, path, recent };
}

async function readOf({ desk, path }: Scene): Promise<Extract<ScriptReading, { kind: 'read' }>> {
  const reading = await desk.read(desk.take(path)?.id ?? '', WISH, HOST);
  if (reading.kind !== 'read') throw new Error(reading.fault.id);
  return reading;
}

describe('the desk of scripts', () => {
  it('gives a picked file an id, its name and its folder, the same each time', () => {
    const { desk, path } = scene();
    const first = desk.take(path);
    expect(first).toMatchObject({ name: 'start vm.sh', folder: path.slice(0, path.lastIndexOf('/')) });
    expect(desk.take(path)).toEqual(first);
    expect(desk.pathOf(first?.id ?? '')).toBe(path);
    expect(desk.take(join(homedir(), 'vm/run.sh'))?.folder).toBe('~/vm');
  });
  it('remembers what was picked, but not what lies nowhere', () => {
    const { desk, path, recent } = scene();
    const id = desk.take(path)?.id;
    expect(desk.take('')).toBeNull();
    expect(desk.take('start.sh')).toBeNull();
    expect(recent).toEqual([path]);
    expect(desk.recent()).toMatchObject([{ id }]);
  });
  it('reads nothing that was not picked', async () => {
    const { desk } = scene();
    expect(await desk.read('0b9f3c1e-6d2a-4c58-9a77-31e5d0c4f2ab', WISH, HOST)).toMatchObject({
      kind: 'unusable',
      fault: { id: 'unknown-script' },
    });
    expect(desk.revert('x')).toEqual({ kind: 'refused', fault: { id: 'unknown-script' } });
    expect(desk.apply('x', NOW)).toEqual({ kind: 'nothing-to-do' });
    expect(desk.pathOf('x')).toBeNull();
  });
  it('shows the same patch as long as the script stays the same, and another one afterwards', async () => {
    const it = scene();
    const first = (await readOf(it)).patch?.id;
    expect((await readOf(it)).patch?.id).toBe(first);
    appendFileSync(it.path, '# more\n');
    expect((await readOf(it)).patch?.id).not.toBe(first);
  });
  it('patches what was shown and takes it back to the byte', async () => {
    const it = scene();
    const before = await readOf(it);
    expect(before).toMatchObject({ access: { kind: 'direct' }, canRevert: false });
    expect(it.desk.apply(before.patch?.id ?? '', NOW)).toEqual({ kind: 'patched' });
    expect(readFileSync(it.path, 'utf8')).toBe(SCRIPT.replace('x86_64', 'x86_64 -mem-path /dev/hugepages'));
    const after = await readOf(it);
    expect(after).toMatchObject({ patch: null, canRevert: true, starts: [{ treatment: { kind: 'already' } }] });
    expect(it.desk.revert(after.script.id)).toEqual({ kind: 'reverted', how: 'whole' });
    expect(readFileSync(it.path, 'utf8')).toBe(SCRIPT);
    expect((await readOf(it)).canRevert).toBe(false);
  });
  it('leaves a script alone that was edited between looking and clicking', async () => {
    const it = scene();
    const { patch } = await readOf(it);
    appendFileSync(it.path, '# mine\n');
    expect(it.desk.apply(patch?.id ?? '', NOW)).toEqual({ kind: 'refused', fault: { id: 'changed' } });
    expect(readFileSync(it.path, 'utf8')).toBe(`${SCRIPT}# mine\n`);
  });
  it('hands out the edit of a patch that was shown, for a plan', async () => {
    const it = scene();
    const { patch } = await readOf(it);
    expect(it.desk.patch(patch?.id ?? '')).toEqual(patch?.edit);
    expect(it.desk.patch('x')).toBeUndefined();
  });
  it('knows the words to add by hand where it does not patch', async () => {
    const declined = scene('#!/bin/sh\nqemu-system-x86_64 -readconfig vm.cfg\n');
    const python = scene('#!/usr/bin/python3\n');
    const plain = scene();
    for (const it of [declined, python]) {
      const { id } = it.desk.take(it.path) ?? { id: '' };
      await it.desk.read(id, WISH, HOST);
      expect(it.desk.lineByHand(id)).toBe('-mem-path /dev/hugepages');
    }
    const { script, patch } = await readOf(plain);
    expect(plain.desk.lineByHand(script.id)).toBeNull();
    expect(plain.desk.lineByHand('x')).toBeNull();
    expect(plain.desk.linesByHand('x')).toBeNull();
    expect(plain.desk.linesByHand(patch?.id ?? '')).toBe(
      'exec qemu-system-x86_64 -mem-path /dev/hugepages -m 4G -hda win10.qcow2',
    );
  });
  it('says what is wrong with a file that cannot be read as a script', async () => {
    const it = scene('\0');
    const reading = await it.desk.read(it.desk.take(it.path)?.id ?? '', WISH, HOST);
    expect(reading).toMatchObject({ kind: 'unusable', script: { name: 'start vm.sh' }, fault: { id: 'binary' } });
  });
});
