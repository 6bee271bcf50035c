import { appendFileSync, chmodSync, mkdirSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { StartLog } from '../../../../main/scripts/start-log';
import { scratchFolder } from '../../../fakes/shell';

let config = '';
let folder = '';

beforeEach(() => {
  const scratch = scratchFolder();
  config = scratch.path;
  folder = join(config, 'hugepages-guide/logs');
  onTestFinished(scratch.remove);
});

function newLog(): StartLog {
  const log = StartLog.create({ XDG_CONFIG_HOME: config });
  if (log === null) throw new Error('no log could be made');
  onTestFinished(() => {
    log.close();
  });
  return log;
}
function linesOf(text: string | Uint8Array): readonly string[] {
  const log = newLog();
  appendFileSync(log.descriptor, text);
  return log.firstLines();
}
const pathOfOnly = (): string => join(folder, readdirSync(folder).join());
const permissions = (path: string): number => statSync(path).mode & 0o777;

describe('the first lines of a start', () => {
  it('are none before it says something', () => {
    expect(linesOf('')).toEqual([]);
  });
  it('are what it has said, also where the last one is incomplete', () => {
    expect(linesOf('one\n\nqemu-system-x86_64: -m 4G: 启动')).toEqual(['one', '', 'qemu-system-x86_64: -m 4G: 启动']);
    expect(linesOf('one\r\ntwo\r 10%\r 20%\n')).toEqual(['one', 'two', ' 10%', ' 20%']);
  });
  it('are 20 at most, of 500 characters at most', () => {
    const text = Array.from({ length: 30 }, (_none, index) => `${String(index)} ${'😀'.repeat(600)}\n`).join('');
    const lines = linesOf(text);
    expect(lines).toHaveLength(20);
    expect(lines[19]).toBe(`19 ${'😀'.repeat(497)}`);
  });
  it('have no colours, and a mark for what could act on a screen or turn the text around', () => {
    expect(linesOf('\u001b[1;31merror:\u001b[0m\tno\u0007 disk\0\n')).toEqual(['error: no\ufffd disk\ufffd']);
    expect(linesOf('a\u202egpj.sh\u2066\u009b2J')).toEqual(['a\ufffdgpj.sh\ufffd']);
    expect(linesOf(Uint8Array.of(0x61, 0xff, 0x62))).toEqual(['a\ufffdb']);
  });
  it('grow until there are 20, and are then final while the file is kept small', () => {
    const log = newLog();
    writeSync(log.descriptor, 'a\n'.repeat(19));
    expect(log.firstLines()).toHaveLength(19);
    writeSync(log.descriptor, 'b\nc\n');
    const lines = log.firstLines();
    expect(lines.at(-1)).toBe('b');
    writeSync(log.descriptor, 'x'.repeat(1_048_577));
    expect(log.firstLines()).toEqual(lines);
    expect(statSync(pathOfOnly()).size).toBe(0);
    writeSync(log.descriptor, 'later');
    expect(statSync(pathOfOnly()).size).toBe(5);
    expect(log.firstLines()).toEqual(lines);
  });
  it('are kept where the file is taken away after they were read, and none where it was before', () => {
    const log = newLog();
    writeSync(log.descriptor, 'a\n'.repeat(30));
    const lines = log.firstLines();
    log.remove();
    expect(log.firstLines()).toEqual(lines);
    const other = newLog();
    other.remove();
    expect(other.firstLines()).toEqual([]);
  });
});

describe('the file that a start writes to', () => {
  it('belongs to its owner alone, in a folder that does too', () => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    newLog();
    expect([permissions(folder), permissions(pathOfOnly())]).toEqual([0o700, 0o600]);
  });
  it('takes the place of those of earlier starts, and leaves other files alone', () => {
    newLog();
    writeFileSync(join(folder, 'notes.txt'), '');
    mkdirSync(join(folder, 'folder.log'));
    const log = newLog();
    writeSync(log.descriptor, 'mine');
    log.removeOthers();
    expect(readdirSync(folder).filter((name) => name !== 'notes.txt')).toHaveLength(2);
    expect(log.firstLines()).toEqual(['mine']);
  });
  it('is not there where no folder can be made for it', () => {
    writeFileSync(join(config, 'hugepages-guide'), '');
    expect(StartLog.create({ XDG_CONFIG_HOME: config })).toBeNull();
  });
});
