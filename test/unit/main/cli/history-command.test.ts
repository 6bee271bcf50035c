import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';
import { entry, FIRST, poolChange, SECOND, THIRD, undoFacts, WHOLE_PLAN } from '../../../fakes/undo';

const entries = [
  entry(FIRST, WHOLE_PLAN),
  entry(SECOND, [poolChange(2_050, 4_100)], { end: null }),
  entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] }),
];

describe('history', () => {
  it('lists the plans, the newest first, with what each changed', async () => {
    const cli = fakeCli({ readUndoFacts: () => undoFacts({ entries }) });
    expect(await runCli(['history'], cli.io)).toBe(0);
    const lines = cli.out().split('\n');
    expect(lines.filter((line) => line.startsWith('2026')).map((line) => line.slice(0, FIRST.length))).toEqual([
      THIRD,
      SECOND,
      FIRST,
    ]);
    expect(lines[0]).toContain(`[undid ${SECOND}]`);
    expect(lines[1]).toContain('[nothing left to undo]');
    expect(cli.out()).toContain('   Pool of 2 MiB pages: from 2,050 to 4,100\n');
    expect(cli.out()).toMatch(/\[can be undone\]\n {3}Group kvm made\n {3}ming added to the group kvm\n/);
  });
  it('says which were cut off half-way', async () => {
    const cli = fakeCli({ readUndoFacts: () => undoFacts({ entries: entries.slice(0, 2) }) });
    expect(await runCli(['history'], cli.io)).toBe(0);
    expect(cli.out()).toContain('[was cut off half-way; can be undone]');
  });
  it('gives programs every field', async () => {
    const cli = fakeCli({ readUndoFacts: () => undoFacts({ entries }) });
    expect(await runCli(['history', '--json'], cli.io)).toBe(0);
    expect(cli.json()).toMatchObject({
      entries: [
        { id: THIRD, canUndo: false, undoes: [SECOND] },
        { id: SECOND, canUndo: false },
        { id: FIRST, canUndo: true },
      ],
    });
  });
  it('says that there are none, and which folders it cannot read', async () => {
    const folder = '/var/lib/hugepages-guide/journal/20991231T000000Z-00000009';
    const cli = fakeCli({ readUndoFacts: () => undoFacts({ entries: [], unreadable: [folder] }) });
    expect(await runCli(['history'], cli.io)).toBe(0);
    expect(cli.out()).toBe(
      `No plan has been applied on this machine.\nThis version cannot read ${folder}. Look into it by hand, or install the newest version.\n`,
    );
  });
});
