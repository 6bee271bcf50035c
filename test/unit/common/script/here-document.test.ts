import { describe, expect, test } from 'vitest';
import { argumentsOf, startsOf } from '../../../fakes/parsed-script';

async function obstacles(text: string): Promise<readonly (string | null)[]> {
  return (await startsOf(text)).map(({ obstacle }) => obstacle);
}

describe('here-documents', () => {
  test.each([
    ['fed to bash', 'bash <<END\nkvm -m 4G\nEND\n'],
    ['fed to a root shell', 'sudo sh <<END\nkvm -m 4G\nEND\n'],
    ['with its mark between quotes', `bash <<'END'\nkvm -m 4G\nEND\n`],
    ['with leading tabs', 'bash <<-END\n\tkvm -m 4G\n\tEND\n'],
    ['through a pipe', 'cat <<END | sh\nkvm -m 4G\nEND\n'],
    ['with a variable of the script', 'm=4G\nbash <<END\nkvm -m $m\nEND\n'],
  ])('%s', async (_, text) => {
    expect(await argumentsOf(text)).toEqual([['-m', '4G']]);
  });
  test('an escaped variable is one of the inner shell', async () => {
    expect(await argumentsOf('m=1G\nbash <<END\nm=4G\nkvm -m \\$m\nEND\n')).toEqual([['-m', '4G']]);
  });
  test('one for a shell on another machine is no place to patch', async () => {
    expect(await obstacles('ssh host <<END\nkvm -m 4G\nEND\n')).toEqual(['remote']);
    expect(await obstacles(`ssh host bash -s <<'END'\nkvm -m 4G\nEND\n`)).toEqual(['remote']);
  });
  test('one that is only shown, or written to a file, starts nothing', async () => {
    expect(await startsOf('cat <<END\nkvm -m 4G\nEND\ntee run.sh <<END\nkvm -m 4G\nEND\n')).toEqual([]);
  });
});
