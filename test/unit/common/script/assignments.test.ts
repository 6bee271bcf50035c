import { describe, expect, test } from 'vitest';
import { argumentsOf, startsOf } from '../../../fakes/parsed-script';

/** The arguments of the only start on its only way. */
async function only(text: string): Promise<readonly string[]> {
  const [args, ...others] = await argumentsOf(text);
  if (args === undefined || others.length > 0) throw new Error('more than one way leads to the start');
  return args;
}

describe('assignments', () => {
  test.each([
    ['the last one holds', 'm=2G\nm=4G\nkvm -m $m\n', ['-m', '4G']],
    ['one from another', 'a=4\nb=${a}G\nkvm -m $b\n', ['-m', '4G']],
    ['+= adds to a text', 'o=-nographic\no+=" -m 4G"\nkvm $o\n', ['-nographic', '-m', '4G']],
    ['a text that adds to itself', 'o=-nographic\no="$o -m 4G"\nkvm $o\n', ['-nographic', '-m', '4G']],
    ['a text over several lines', 'o="-m 4G\n  -nographic"\nkvm $o\n', ['-m', '4G', '-nographic']],
    ['a text with continued lines', 'o="-m 4G \\\n  -nographic"\nkvm $o\n', ['-m', '4G', '-nographic']],
    ['an unset variable is nothing', 'o=-nographic\nunset o\nkvm -m 4G $o\n', ['-m', '4G']],
    ['exported', 'export m=4G\nkvm -m $m\n', ['-m', '4G']],
    ['declared', 'declare -r m=4G\nreadonly n=2\nkvm -m $m -smp $n\n', ['-m', '4G', '-smp', '2']],
    ['local', 'f() { local m=4G; kvm -m "$m"; }\nf\n', ['-m', '4G']],
    ['set in a function that was called before', 'f() { m=4G; }\nf\nkvm -m $m\n', ['-m', '4G']],
    ['an assignment for one command is not yet seen by its own words', 'm=4G kvm -m 2G$m\n', ['-m', '2G…']],
    ['set in a subshell, which is over', 'm=4G\n(m=8G)\nkvm -m $m\n', ['-m', '4G']],
    ['read in a pipeline, which is a subshell', 'm=4G\necho 8G | read m\nkvm -m $m\n', ['-m', '4G']],
  ])('%s', async (_, text, expected) => {
    expect(await only(text)).toEqual(expected);
  });
});

describe('lists', () => {
  test.each([
    ['elements over several lines with comments', 'a=(\n  -m 4G # memory\n  -nographic\n)\nkvm "${a[@]}"\n'],
    ['+= adds elements', 'a=(-m 4G)\na+=(-nographic)\nkvm "${a[@]}"\n'],
    ['elements set one by one', 'a=(-m)\na[1]=4G\na[2]=-nographic\nkvm "${a[@]}"\n'],
    ['a list made from another', 'a=(4G -nographic)\nb=(-m "${a[@]}")\nkvm "${b[@]}"\n'],
    ['a list made from a text', 'o="-m 4G -nographic"\na=($o)\nkvm "${a[@]}"\n'],
    ['declared as a list', 'declare -a a=(-m 4G -nographic)\nkvm "${a[@]}"\n'],
    ['local to a function', 'f() { local -a a=(-m 4G); a+=(-nographic); kvm "${a[@]}"; }\nf\n'],
    ['kept as a text', 'a=(-m 4G -nographic)\no="${a[*]}"\nkvm $o\n'],
  ])('%s', async (_, text) => {
    expect(await only(text)).toEqual(['-m', '4G', '-nographic']);
  });
  test('the program itself may stand in it', async () => {
    const [start] = await startsOf('cmd=(nice -n 5 qemu-system-x86_64 -m 4G)\nexec "${cmd[@]}" -nographic\n');
    expect(start?.program).toBe('qemu-system-x86_64');
    expect(await only('cmd=(kvm)\ncmd+=(-m 4G)\n"${cmd[@]}" -s\n')).toEqual(['-m', '4G', '-s']);
  });
});

describe('arithmetic', () => {
  test.each([
    ['an expansion', 'm=$((4 * 1024))\nkvm -m $m\n'],
    ['(( )) that assigns', 'm=4\n((m *= 1024))\nkvm -m $m\n'],
    ['(( )) that counts', 'm=4095\n((m++))\nkvm -m $m\n'],
    ['let', 'm=4\nlet "m=m*1024"\nkvm -m $m\n'],
  ])('%s is not followed', async (_, text) => {
    expect(await only(text)).toEqual(['-m', '…']);
  });
  test('(( )) that only compares changes nothing', async () => {
    expect(await only('m=4\n(( m == 4 && m >= 2 ))\nkvm -m ${m}G\n')).toEqual(['-m', '4G']);
  });
});
