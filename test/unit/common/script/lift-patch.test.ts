import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftPatch } from '../../../../common/script/lift-patch';

const PATCH = ' -mem-path /dev/hugepages';
const ORIGINAL = '#!/bin/bash\ncd ~/vm\nqemu-system-x86_64 \\\n  -m 4G \\\n  -cpu host\necho bye\n';
const PATCHED = ORIGINAL.replace('-m 4G', `-m 4G${PATCH}`);

/** What the person makes of the patched script, and what it would have been without the patch. */
function expectLift(edit: (text: string) => string): void {
  expect(edit(PATCHED)).not.toBe(PATCHED);
  expect(liftPatch(ORIGINAL, PATCHED, edit(PATCHED))).toEqual({ kind: 'lifted', text: edit(ORIGINAL) });
}

describe('liftPatch', () => {
  it('gives the original back where nothing was edited', () => {
    expect(liftPatch(ORIGINAL, PATCHED, PATCHED)).toEqual({ kind: 'lifted', text: ORIGINAL });
  });
  it.each<[string, (text: string) => string]>([
    ['far away', (text) => text.replace('echo bye', 'echo good bye')],
    ['in the line above the patch', (text) => text.replace('qemu-system-x86_64', 'exec qemu-system-x86_64')],
    ['in the line below the patch', (text) => text.replace('-cpu host', '-cpu max')],
    ['in both lines around it', (text) => text.replace('qemu-', 'exec qemu-').replace('-cpu host', '-smp 4')],
    ['by a line right before it', (text) => text.replace('  -m 4G', '  -smp 4 \\\n  -m 4G')],
    ['by a line right behind it', (text) => text.replace('  -cpu', '  -smp 4 \\\n  -cpu')],
    ['by lines at both ends', (text) => `${text.replace('#!/bin/bash\n', '#!/bin/bash\n\n\n')}exit 0\n`],
    ['by taking all other lines away', (text) => text.replace(/^(?!.*-m 4G).*\n/gm, '')],
    ['so that the last line has no end', (text) => text.slice(0, -1)],
    ['by an editor that writes the ends of DOS', (text) => text.replaceAll('\n', '\r\n')],
    ['by a line that is moved below the patch', (text) => `${text.replace('cd ~/vm\n', '')}cd ~/vm\n`],
  ])('keeps what was edited %s', (_, edit) => {
    expectLift(edit);
  });
  it('keeps ends of lines and bytes that are no text', () => {
    const original = 'a\xff\r\nqemu -m 4G\r\n\rb\n\n\xe4';
    const patched = original.replace('4G', `4G${PATCH}`);
    expect(liftPatch(original, patched, `${patched}!`)).toEqual({ kind: 'lifted', text: `${original}!` });
  });
  it('lifts a patch of the last line when the person ends that line', () => {
    const result = liftPatch('cd\nqemu', `cd\nqemu${PATCH}`, `cd\nqemu${PATCH}\necho bye\n`);
    expect(result).toEqual({ kind: 'lifted', text: 'cd\nqemu\necho bye\n' });
  });
  it('lifts several places, also ones that read the same', () => {
    const original = 'if a\nqemu -m 4G\nelse\nqemu -m 4G\nfi\n';
    const patched = original.replaceAll('4G', `4G${PATCH}`);
    const result = liftPatch(original, patched, patched.replace('else', '# no\nelse'));
    expect(result).toEqual({ kind: 'lifted', text: original.replace('else', '# no\nelse') });
  });
  it('leaves a line alone that read like the patch before it', () => {
    const original = `qemu -m 4G\nqemu -m 4G${PATCH}\n`;
    const patched = `qemu -m 4G${PATCH}\nqemu -m 4G${PATCH}\n`;
    expect(liftPatch(original, patched, `${patched}#\n`)).toEqual({ kind: 'lifted', text: `${original}#\n` });
  });
  it('is a conflict where the person edited the line of the patch', () => {
    expect(liftPatch(ORIGINAL, PATCHED, PATCHED.replace('-m 4G', '-m 8G'))).toEqual({
      kind: 'conflict',
      parts: [{ line: 4, before: ['  -m 4G \\'], patched: [`  -m 4G${PATCH} \\`], now: [`  -m 8G${PATCH} \\`] }],
    });
  });
  it('is a conflict where the line of the patch is gone', () => {
    expect(liftPatch(ORIGINAL, PATCHED, PATCHED.replace(/^.*-m 4G.*\n/m, ''))).toEqual({
      kind: 'conflict',
      parts: [{ line: 4, before: ['  -m 4G \\'], patched: [`  -m 4G${PATCH} \\`], now: [] }],
    });
  });
  it('is a conflict where the line of the patch was copied', () => {
    const line = `  -m 4G${PATCH} \\`;
    const result = liftPatch(ORIGINAL, PATCHED, `${PATCHED}${line}\n`);
    expect(result).toEqual({ kind: 'conflict', parts: [{ line: 7, before: [], patched: [], now: [line] }] });
  });
  it('names only the places that are in the way', () => {
    const original = 'qemu -m 4G\necho\nqemu -m 8G\n';
    const patched = original.replaceAll('G\n', `G${PATCH}\n`);
    const result = liftPatch(original, patched, patched.replace('8G', '9G').replace('echo', 'true'));
    expect(result).toMatchObject({ kind: 'conflict', parts: [{ now: ['true', `qemu -m 9G${PATCH}`] }] });
    const elsewhere = liftPatch(original, patched, patched.replace('8G', '9G'));
    expect(elsewhere).toMatchObject({ kind: 'conflict', parts: [{ line: 3, before: ['qemu -m 8G'] }] });
  });
  it('has nothing left to lift where the person took the patch out', () => {
    const current = ORIGINAL.replace('bye', 'good bye');
    expect(liftPatch(ORIGINAL, PATCHED, current)).toEqual({ kind: 'lifted', text: current });
  });
  it('lifts the rest where the person took a part of the patch out', () => {
    const original = 'qemu -m 4G\necho\nqemu -m 8G\n';
    const patched = original.replaceAll('G\n', `G${PATCH}\n`);
    const current = patched.replace(`8G${PATCH}`, '8G').replace('echo', 'true');
    expect(liftPatch(original, patched, current)).toEqual({
      kind: 'lifted',
      text: 'qemu -m 4G\ntrue\nqemu -m 8G\n',
    });
  });
  it('has nothing left to lift where the last line has its words again and the person ended it', () => {
    const result = liftPatch('cd\nqemu', `cd\nqemu${PATCH}`, 'cd\nqemu\n');
    expect(result).toEqual({ kind: 'lifted', text: 'cd\nqemu\n' });
  });
  it('is a conflict as a whole where the patch changed the number of lines', () => {
    expect(liftPatch('a\nb\n', 'a\\\nx\nb\n', 'a\\\nx\nc\n')).toEqual({
      kind: 'conflict',
      parts: [{ line: 1, before: ['a', 'b'], patched: ['a\\', 'x', 'b'], now: ['a\\', 'x', 'c'] }],
    });
  });

  const words = fc.constantFrom('', 'fi', 'cd ~/vm', 'echo \xe4', '  -cpu host \\', '\ttrue', '# qemu');
  const end = fc.constantFrom('\n', '\r\n');
  /** A line, whether the patch changes it, and otherwise what the person makes of it: nothing, the same, or others. */
  const line = fc.record({
    words,
    end,
    isPatched: fc.boolean(),
    becomes: fc.option(fc.array(fc.tuple(words, end), { maxLength: 3 })),
  });

  it('always lifts to exactly the edits on the original, where those are away from the patched lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.boolean(), (lines, hasLastEnd) => {
        const textOf = (isEdited: boolean, isPatched: boolean): string => {
          const text = lines
            .map((each) => {
              if (each.isPatched) return each.words + (isPatched ? PATCH : '') + each.end;
              return isEdited && each.becomes !== null ? each.becomes.flat().join('') : each.words + each.end;
            })
            .join('');
          return hasLastEnd ? text : text.replace(/\r?\n$/, '');
        };
        const result = liftPatch(textOf(false, false), textOf(false, true), textOf(true, true));
        expect(result).toEqual({ kind: 'lifted', text: textOf(true, false) });
      }),
      { numRuns: 300 },
    );
  });
  it('never keeps a word of the patch in what it lifted, whatever the person did', () => {
    const anyLine = fc
      .tuple(
        fc.oneof(
          words,
          words.map((text) => text + PATCH),
        ),
        end,
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.array(anyLine, { maxLength: 8 }), (lines, current) => {
        const original = lines.map((each) => each.words + each.end).join('');
        const patched = lines.map((each) => each.words + (each.isPatched ? PATCH : '') + each.end).join('');
        const result = liftPatch(original, patched, current.join(''));
        const made = lines.filter((each) => each.isPatched).map((each) => each.words + PATCH);
        const left = result.kind === 'lifted' ? result.text.split(/\r?\n/) : [];
        expect(left.filter((each) => made.includes(each))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
