import { beforeAll, describe, expect, it } from 'vitest';
import { applySplices } from '../../../../common/script/apply-splices';
import type { ScriptFile } from '../../../../main/scripts/read-script-file';
import { readScript, type ScriptContent } from '../../../../main/scripts/read-script';
import { sha256Of } from '../../../../main/scripts/sha256';
import { CORPUS, type CorpusScript } from '../../../fixtures/qemu-scripts/corpus';

// What the patcher makes of scripts that were written, and patched by hand, without it.

function fileOf(bytes: Buffer): ScriptFile {
  const stat = { dev: 1n, ino: 1n, mode: 0o755, uid: 1_000, gid: 1_000, links: 1, mtimeNs: 0n };
  return { path: '/vm/start.sh', bytes, sha256: sha256Of(bytes), ...stat };
}

function readOf({ facts }: CorpusScript, bytes: Buffer): Promise<ScriptContent> {
  const target = { path: '/dev/hugepages', pageKiB: 2_048, hugePaths: ['/dev/hugepages'] };
  return readScript(fileOf(bytes), { ...target, preallocates: facts.wish.preallocates });
}

function resultOf(bytes: Buffer, content: ScriptContent): string {
  const splices = content.kind === 'read' ? (content.script.change?.edit.splices ?? []) : [];
  return Buffer.from(applySplices(bytes, splices) ?? []).toString('latin1');
}

describe.each(CORPUS)('$name: $facts.what', (script) => {
  let content: ScriptContent;

  beforeAll(async () => {
    content = await readOf(script, script.before);
  });

  it('is understood', () => {
    const starts = content.kind === 'read' ? content.script.starts : [];
    expect(content.kind === 'fault' ? content.fault.id : null).toBe(script.facts.fault);
    expect(
      starts.map(({ line, program, guestKiB, treatment }) => ({ line, program, guestKiB, treatment: treatment.kind })),
    ).toEqual(script.facts.starts);
  });
  it('becomes what a careful person would make of it, to the byte', () => {
    expect(resultOf(script.before, content)).toBe((script.after ?? script.before).toString('latin1'));
  });
});

describe.each(CORPUS.filter(({ after }) => after !== null))('$name, patched', (script) => {
  it('is left alone the second time', async () => {
    const after = script.after ?? Buffer.alloc(0);
    expect(resultOf(after, await readOf(script, after))).toBe(after.toString('latin1'));
  });
});

it('the corpus has at least sixty scripts, of which most are to be changed', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(60);
  expect(CORPUS.filter(({ after }) => after !== null).length).toBeGreaterThanOrEqual(60);
});
