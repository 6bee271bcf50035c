import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const ENTRY = join(ROOT, 'main/cli.ts');

/** Every module that a source file imports, directly or through others: files of ours by path, packages by name. */
function importsOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)) {
    const target = !name.startsWith('.') ? name : join(dirname(file), name.endsWith('.json') ? name : `${name}.ts`);
    if (seen.has(target)) continue;
    seen.add(target);
    if (target.endsWith('.ts')) importsOf(target, seen);
  }
  return seen;
}

describe('the program hugepages-guide', () => {
  it('never reaches Electron, which plain Node does not have', () => {
    const imports = importsOf(ENTRY);
    expect(imports).toContain(join(ROOT, 'main/apply.ts'));
    expect(imports).toContain('sudo-prompt');
    expect([...imports].filter((name) => name.startsWith('electron'))).toEqual([]);
  });
  it('runs under plain Node, on the real machine', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ENTRY, 'bogus', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' },
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      error: { id: 'unknown-command', text: /* Chinese */ expect.stringContaining('命令') as unknown },
    });
    expect(status).toBe(2);
  });
});
