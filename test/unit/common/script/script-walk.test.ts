import { describe, expect, test } from 'vitest';
import { argumentsOf, startsOf } from '../../../fakes/parsed-script';

/** The arguments of the only start on its only way. */
async function only(text: string): Promise<readonly string[]> {
  const [args, ...others] = await argumentsOf(text);
  if (args === undefined || others.length > 0) throw new Error('more than one way leads to the start');
  return args;
}

async function programs(text: string): Promise<readonly string[]> {
  return (await startsOf(text)).map(({ program }) => program);
}

describe('where starts are found', () => {
  test.each([
    ['in a plain command', 'qemu-system-x86_64 -m 4G\n'],
    ['behind a folder', '/usr/libexec/qemu-kvm -m 4G\n'],
    ['in the background', 'kvm -m 4G &\n'],
    ['in a subshell', '( cd /vm && kvm -m 4G )\n'],
    ['in a group', '{ kvm -m 4G; } &\n'],
    ['in a pipeline', 'kvm -m 4G 2>&1 | tee log\n'],
    ['behind && and ||', 'cd /vm && kvm -m 4G || exit 1\n'],
    ['negated', 'if ! kvm -m 4G; then echo no; fi\n'],
    ['as a condition', 'until kvm -m 4G; do sleep 1; done\n'],
    ['with its output going elsewhere', 'kvm -m 4G >/dev/null 2>&1 </dev/null\n'],
    ['with assignments before it', 'SDL_VIDEODRIVER=x11 kvm -m 4G\n'],
    ['in a command substitution', 'pid=$(kvm -m 4G -daemonize)\n'],
    ['in backticks', 'out=`kvm -m 4G`\n'],
    ['in a command substitution between quotes', 'echo "said: $(kvm -m 4G)"\n'],
    ['in a process substitution', 'grep login <(kvm -m 4G)\n'],
    ['in a condition that is itself a test', '[ "$(kvm -m 4G)" = x ]\n'],
    ['in a function that nothing calls by name', 'start() { kvm -m 4G; }\n"$1"\n'],
    ['as a coprocess', 'coproc VM { qemu-system-x86_64 -m 4G; }\n'],
    ['with lines continued', 'kvm \\\n  -m 4G \\\n  -nographic\n'],
  ])('%s', async (_, text) => {
    expect(await programs(text)).toHaveLength(1);
  });
  test('in the order of the script, each once, also in functions that are called in another order', async () => {
    const text =
      'one() { qemu-system-x86_64 -m 1G; }\ntwo() { kvm -m 2G; }\ntwo\none\ntwo\nqemu-system-aarch64 -m 3G\n';
    expect(await programs(text)).toEqual(['qemu-system-x86_64', 'kvm', 'qemu-system-aarch64']);
  });
  test('not in comments', async () => {
    expect(await programs('# kvm -m 4G\necho hello # kvm -m 4G\n')).toEqual([]);
  });
});

describe('branches', () => {
  test.each([
    ['if', 'o=-s\nif a; then o=-S; fi\nkvm -m 4G $o\n', ['-m', '4G', '…']],
    ['if and else that do the same', 'if a; then m=4G; else m=4G; fi\nkvm -m $m\n', ['-m', '4G']],
    ['words that one branch adds', 'o=(-m 4G)\nif a; then o+=(-s); fi\nkvm "${o[@]}"\n', ['-m', '4G', '(-s)']],
    ['else with words', 'if a; then o="-m 1G"; else o="-m 2G"; fi\nkvm $o\n', ['(-m)', '(2G)', '(-m)', '(1G)']],
    ['a branch that ends the script', 'if a; then m=4G; else exit 1; fi\nkvm -m $m\n', ['-m', '4G']],
    ['a branch that hands over', 'm=4G\nif a; then m=1G; exec true; fi\nkvm -m $m\n', ['-m', '4G']],
    ['elif', 'if a; then m=4G; elif b; then exit; else m=4G; fi\nkvm -m $m\n', ['-m', '4G']],
    ['case with a branch for all others', 'case $1 in a) m=4G;; *) m=4G;; esac\nkvm -m $m\n', ['-m', '4G']],
    ['case', 'm=4G\ncase $1 in a) m=1G;; b|c) m=2G;; esac\nkvm -m $m\n', ['-m', '…']],
    ['&&', 'o=()\n[ -e /dev/kvm ] && o+=(-enable-kvm)\nkvm -m 4G "${o[@]}"\n', ['-m', '4G', '(-enable-kvm)']],
    ['||', 'm=4G\n[ -e big ] || m=1G\nkvm -m $m\n', ['-m', '…']],
  ])('%s', async (_, text, expected) => {
    expect([...(await only(text))].sort()).toEqual([...expected].sort());
  });
  test('what stands in the condition is followed', async () => {
    expect(await only('if m=4G; then :; fi\nkvm -m $m\n')).toEqual(['-m', '4G']);
  });
  test('starts in different branches are different starts', async () => {
    const text = 'if a; then\n  kvm -m 1G\nelse\n  kvm -m 2G\nfi\ncase $1 in x) kvm -m 3G ;; esac\n';
    expect(await programs(text)).toEqual(['kvm', 'kvm', 'kvm']);
  });
});

describe('loops', () => {
  test.each([
    ['for', 'for i in 1 2; do kvm -m 4G -vnc :$i; done\n', ['-m', '4G', '-vnc', ':…']],
    ['for over one word', 'for i in 1; do kvm -m 4G -vnc :$i; done\n', ['-m', '4G', '-vnc', ':1']],
    ['for over the arguments', 'for i; do kvm -m 4G -vnc :$i; done\n', ['-m', '4G', '-vnc', ':…']],
    ['for over what is printed', 'for i in $(seq 4); do kvm -m 4G -vnc :$i; done\n', ['-m', '4G', '-vnc', ':…']],
    ['while', 'while true; do kvm -m 4G; done\n', ['-m', '4G']],
    ['counting', 'm=4G\nfor ((i = 0; i < 2; i++)); do kvm -m $m; done\n', ['-m', '4G']],
    ['select', 'select m in 1G 2G; do kvm -m $m; done\n', ['-m', '…']],
    [
      'what a loop adds may be there, also more than once',
      'o=(-m 4G)\nfor d in a b; do o+=(-s); done\nkvm "${o[@]}"\n',
      ['-m', '4G', '(-s)', '(-s)'],
    ],
    ['what a loop sets may be set', 'm=4G\nwhile a; do m=1G; done\nkvm -m $m\n', ['-m', '…']],
  ])('%s', async (_, text, expected) => {
    expect(await only(text)).toEqual(expected);
  });
  test('a loop that is left by exit does not end what follows it', async () => {
    expect(await only('m=1G\nwhile a; do m=2G; exit; done\nm=4G\nkvm -m $m\n')).toEqual(['-m', '4G']);
  });
});

describe('a script that goes on without end', () => {
  test('a function that calls itself is followed once', async () => {
    expect(await only('f() { kvm -m 4G; sleep 1; f; }\nf\n')).toEqual(['-m', '4G']);
  });
  test('functions that call each other a thousand times over are given up', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `f${String(index)}`);
    const definitions = names.map((name, index) => {
      const next = names[index + 1];
      return next === undefined ? `${name}() { kvm -m 4G; }` : `${name}() { ${next}; ${next}; ${next}; }`;
    });
    const starts = await startsOf(`${definitions.join('\n')}\nf0\n`);
    expect(starts.length).toBeLessThanOrEqual(1);
  });
});
