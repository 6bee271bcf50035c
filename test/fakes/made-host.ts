import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

/** A machine's tree made for one test. */
export interface MadeHost {
  readonly root: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
}

const roots: string[] = [];

/** An empty tree in the temporary folder. Call `removeMadeHosts` once in the test file. */
export function makeHost(): MadeHost {
  const root = mkdtempSync(join(tmpdir(), 'host-'));
  roots.push(root);
  return {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
  };
}

/** Takes the trees of each test away again. */
export function removeMadeHosts(): void {
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true });
  });
}
