import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostFiles } from '../../../main/host-files';
import { makeHost, removeMadeHosts } from '../../fakes/made-host';

describe('hostFiles', () => {
  removeMadeHosts();

  it('reads below its root', () => {
    const { root, write } = makeHost();
    write('etc/group', 'kvm:x:104:\n');
    expect(hostFiles(root).read('/etc/group')).toBe('kvm:x:104:\n');
  });
  it('is null for what is missing or no file', () => {
    const { root, write } = makeHost();
    write('etc/folder/x', '');
    const files = hostFiles(root);
    expect([files.read('/etc/missing'), files.read('/etc/folder'), files.read('/etc/folder/x/y')]).toEqual([
      null,
      null,
      null,
    ]);
  });
  it('does not hang on a named pipe', () => {
    const { root } = makeHost();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(hostFiles(root).read('/pipe')).toBe('');
    expect(hostFiles(root).kindOf('/pipe')).toBe('unreadable');
  });
  it.each([0, 1, 65_535, 65_536, 65_537, 400_000])('reads a file of %d bytes as a whole', (bytes) => {
    const { root, write } = makeHost();
    const text = 'abcdefg'.repeat(bytes / 7 + 1).slice(0, bytes);
    write('file', text);
    expect(hostFiles(root).read('/file') === text).toBe(true);
  });
  it('refuses a file of more than 4 MiB, but reads the beginning of it', () => {
    const { root, write } = makeHost();
    write('file', Buffer.alloc(4 * 1_048_576 + 1, 'x'));
    expect(hostFiles(root).read('/file')).toBeNull();
    expect(hostFiles(root).read('/file', { mostBytes: 4_096 })).toHaveLength(4_096);
  });
  it('reads UTF-8, or byte for byte as Latin-1', () => {
    const { root, write } = makeHost();
    write('file', 'é');
    expect(hostFiles(root).read('/file')).toBe('é');
    expect(hostFiles(root).read('/file', { encoding: 'latin1' })).toBe('Ã©');
  });
  it('does not mix the texts of two reads', () => {
    const { root, write } = makeHost();
    write('long', 'x'.repeat(1_000));
    write('short', 'y');
    const files = hostFiles(root);
    const long = files.read('/long');
    expect(files.read('/short')).toBe('y');
    expect(long).toBe('x'.repeat(1_000));
  });
  it('reads what the kernel gives in pieces', () => {
    const mounts = hostFiles('/').read('/proc/self/mountinfo');
    expect(mounts === null || mounts.endsWith('\n')).toBe(true);
  });
  it('lists names, tells kinds apart and reads links without following them', () => {
    const { root, write } = makeHost();
    write('d/a', '');
    symlinkSync('/nowhere', join(root, 'd/link'));
    const files = hostFiles(root);
    expect(files.list('/d').toSorted()).toEqual(['a', 'link']);
    expect(files.list('/missing')).toEqual([]);
    expect(['/d/a', '/d/link', '/d', '/missing'].map(files.kindOf)).toEqual([
      'file',
      'symlink',
      'unreadable',
      'missing',
    ]);
    expect([files.linkTarget('/d/link'), files.linkTarget('/d/a')]).toEqual(['/nowhere', null]);
    expect([files.exists('/d/a'), files.exists('/missing')]).toEqual([true, false]);
  });
});
