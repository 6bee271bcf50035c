import { describe, expect, it } from 'vitest';
import { addedLines } from '../../../../common/script/added-lines';
import type { DiffLine } from '../../../../common/script/reading';

function line(kind: DiffLine['kind'], ...texts: readonly string[]): DiffLine {
  const spans = texts.map((text) => ({ text, tint: 'plain', isChanged: false }) as const);
  return { kind, oldNumber: null, newNumber: null, spans };
}

describe('addedLines', () => {
  it('are the new lines of every hunk, whole and in their order', () => {
    const first = [
      line('same', '#!/bin/sh'),
      line('removed', 'qemu -m 4G'),
      line('added', 'qemu ', '-mem-path /dev/hugepages', ' -m 4G'),
    ];
    const hunks = [first, [line('added', 'kvm')]].map((lines) => ({ oldStart: 1, newStart: 1, lines, reasons: [] }));
    expect(addedLines(hunks)).toEqual(['qemu -mem-path /dev/hugepages -m 4G', 'kvm']);
    expect(addedLines([])).toEqual([]);
  });
});
