import { describe, expect, it } from 'vitest';
import { carriesFiles, droppedFile } from '../../../renderer/src/state/dropped-file';
import { dragOf, FOLDER, SCRIPT_FILE } from '../drag';

describe('carriesFiles', () => {
  it('tells files from a piece of text that is dragged', () => {
    expect(carriesFiles(dragOf('drop', [SCRIPT_FILE]))).toBe(true);
    expect(carriesFiles(dragOf('drop', [], ['text/plain']))).toBe(false);
    expect(carriesFiles(new Event('drop') as DragEvent)).toBe(false);
  });
});

describe('droppedFile', () => {
  it('gives the one file', () => {
    expect(droppedFile(dragOf('drop', [SCRIPT_FILE]))).toEqual({ kind: 'file', file: SCRIPT_FILE });
  });

  it('says what is wrong with several files, a folder, or something that lies nowhere', () => {
    expect(droppedFile(dragOf('drop', [SCRIPT_FILE, SCRIPT_FILE]))).toMatchObject({
      why: { key: 'script.drop.several' },
    });
    expect(droppedFile(dragOf('drop', [FOLDER]))).toMatchObject({
      why: { key: 'script.drop.folder', values: { name: 'vm' } },
    });
    expect(droppedFile(dragOf('drop', []))).toMatchObject({ why: { key: 'script.drop.no-file' } });
  });
});
