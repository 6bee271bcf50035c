import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findSystemProgram, SYSTEM_ENVIRONMENT } from '../../../../main/scripts/system-programs';

describe('findSystemProgram', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('finds what the system has, whatever PATH says', () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(findSystemProgram('sh')).toMatch(/^\/.*\/sh$/);
  });
  it('is null for what is not installed', () => {
    expect(findSystemProgram('no-such-shell')).toBeNull();
  });
});

describe('SYSTEM_ENVIRONMENT', () => {
  it('finds the tools of the system and has them speak English', () => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
    const { stderr } = spawnSync('ls', ['/nowhere'], { env: SYSTEM_ENVIRONMENT, encoding: 'utf8' });
    expect(stderr).toContain('No such file or directory');
    vi.unstubAllEnvs();
  });
});
