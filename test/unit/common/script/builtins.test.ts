import { describe, expect, test } from 'vitest';
import { argumentsOf } from '../../../fakes/parsed-script';

describe('builtins that change what comes after', () => {
  test.each([
    ['set --', 'set -- -m 4G\nkvm "$@"\n', ['-m', '4G']],
    ['set with options first', 'set -e -- -m 4G\nkvm "$@"\n', ['-m', '4G']],
    ['set with options alone', 'set -- -m 4G\nset -eu\nkvm "$@"\n', ['-m', '4G']],
    ['set -- that adds to itself', 'set -- -m 4G\nset -- "$@" -s\nkvm "$@"\n', ['-m', '4G', '-s']],
    ['set -- with nothing', 'set -- -m 4G\nset --\nkvm -s "$@"\n', ['-s']],
    ['shift', 'set -- web -m 4G\nshift\nkvm "$@"\n', ['-m', '4G']],
    ['read', 'm=4G\nread -r -p "Memory: " m\nkvm -m $m\n', ['-m', '…']],
    ['printf -v', `printf -v m '%dG' 4\nkvm -m $m\n`, ['-m', '…']],
    ['printf without -v', `m=4G\nprintf 'm\\n'\nkvm -m $m\n`, ['-m', '4G']],
    ['mapfile', 'mapfile -t o <opts\nkvm -m 4G "${o[@]}"\n', ['-m', '4G', '…']],
    ['readarray', 'readarray -t o <opts\nkvm -m 4G "${o[@]}"\n', ['-m', '4G', '…']],
    ['source', 'm=4G\nsource /etc/vm.conf\nkvm -m $m\n', ['-m', '…']],
    ['.', 'm=4G\n. ./vm.conf\nkvm -m $m\n', ['-m', '…']],
    ['eval of an assignment', `eval 'm=4G'\nkvm -m $m\n`, ['-m', '4G']],
  ])('%s', async (_, text, expected) => {
    expect(await argumentsOf(text)).toEqual([expected]);
  });
});
