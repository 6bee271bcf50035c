import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patchScript, type ScriptPatch } from '../../../../common/script/patch-script';
import { firstError, type ShellParser } from '../../../../common/script/shell-node';
import { openShellParser } from '../../../../main/scripts/shell-parser';

// Scripts that were written to fool the patcher. `Q` stands for the program, `B` for a memory backend that -mem-path
// must never come beside.

const TARGET = { path: '/dev/hugepages', pageKiB: 2_048, hugePaths: ['/dev/hugepages'], preallocates: false };
const BACKEND = '-object memory-backend-ram,id=m,size=4G -machine memory-backend=m';

let parser: ShellParser;

beforeAll(async () => {
  parser = await openShellParser();
});
afterAll(() => {
  parser.release();
});

function spelled(short: string): string {
  return `#!/bin/bash\n${short.replace(/\bQ\b/g, 'qemu-system-x86_64').replace(/\bB\b/g, BACKEND)}\n`;
}

function patchOf(short: string): ScriptPatch {
  const text = spelled(short);
  const root = parser.parse(text);
  expect(firstError(root)).toBeNull();
  const patch = patchScript(root, text, parser, TARGET);
  parser.release();
  return patch;
}

function treatments({ starts }: ScriptPatch): readonly string[] {
  return starts.map(({ treatment }) => treatment.kind);
}

/** The script with `+` where the option is put. */
function marked({ text }: ScriptPatch): string {
  return text
    .replaceAll(' -mem-path /dev/hugepages', '+')
    .replaceAll('qemu-system-x86_64', 'Q')
    .replace('#!/bin/bash\n', '')
    .trimEnd();
}

describe('the option comes to QEMU and to nothing else', () => {
  it.each([
    [
      'QEMU="Q"\ncommand -v "$QEMU" || exit 1\nCMD="$QEMU -m 4G"\n$CMD',
      'QEMU="Q"\ncommand -v "$QEMU" || exit 1\nCMD="$QEMU+ -m 4G"\n$CMD',
    ],
    ['A="Q"\neval "$A -m 4G"', 'A="Q"\neval "$A+ -m 4G"'],
    ['A="Q"\nsh -c "$A -m 4G"', 'A="Q"\nsh -c "$A+ -m 4G"'],
    [
      'kvm() { disk=$1; shift; Q -hda "$disk" "$@"; }\nkvm disk.img -m 4G',
      'kvm() { disk=$1; shift; Q+ -hda "$disk" "$@"; }\nkvm disk.img -m 4G',
    ],
    [
      'case "$(uname)" in\nLinux) launch() { Q -m 2G; } ;;\n*) launch() { Q -m 1G; } ;;\nesac\nlaunch',
      'case "$(uname)" in\nLinux) launch() { Q+ -m 2G; } ;;\n*) launch() { Q+ -m 1G; } ;;\nesac\nlaunch',
    ],
    [
      'if [ -z "$DRY" ]; then run() { "$@"; }; else run() { echo "$@"; }; fi\nrun Q -m 4G',
      'if [ -z "$DRY" ]; then run() { "$@"; }; else run() { echo "$@"; }; fi\nrun Q+ -m 4G',
    ],
    [
      'RUN=(); [ -n "$DRY" ] && RUN=(echo)\n"${RUN[@]}" Q -m 4G',
      'RUN=(); [ -n "$DRY" ] && RUN=(echo)\n"${RUN[@]}" Q+ -m 4G',
    ],
    ['QEMU="$(which Q 2>/dev/null)"\n$QEMU -m 4G', 'QEMU="$(which Q 2>/dev/null)"\n$QEMU+ -m 4G'],
    ['"qemu-system-$(uname -m)" -m 4G', '"qemu-system-$(uname -m)"+ -m 4G'],
    ['xvfb-run -a Q -m 4G', 'xvfb-run -a Q+ -m 4G'],
    ["trap 'Q -m 4G' EXIT", "trap 'Q+ -m 4G' EXIT"],
    ['screen -dmS Q Q -m 4G', 'screen -dmS Q Q+ -m 4G'],
    ['xterm -T "kvm win10" -e "Q -m 4G"', 'xterm -T "kvm win10" -e "Q+ -m 4G"'],
  ])('%j', (script, after) => {
    expect(marked(patchOf(script))).toBe(after);
  });
});

describe('what is no start stays as it is', () => {
  it.each([
    'make QEMU=/usr/bin/Q check',
    'cmake -DQEMU=/usr/bin/Q ..',
    'pytest --qemu /usr/bin/Q tests/',
    'vng --qemu Q --memory 4G',
    'ninja -C build Q qemu-img',
    'apk add Q qemu-img',
    'cpulimit -e Q -l 50',
    'wmctrl -r Q -e 0,1,2,3,4',
    'scp Q root@host:/opt/',
    'curl -o Q https://example.org/',
    'tar czf q.tgz Q bios.bin',
    'need Q socat',
    'die Q not found',
    'tmux display-message "Run: Q -m 4G"',
    'xterm -T "Console of Q vm1" -e "top"',
    "sudo bash -c 'cat > run.sh' <<'X'\nQ -m 4G\nX",
    './qemu-system-arm64.sh disk.img',
  ])('%s', (script) => {
    expect(patchOf(script)).toMatchObject({ starts: [], edits: [] });
  });
});

describe('the option never comes beside a memory backend', () => {
  it.each([
    'OPTS=""\nif [ "$1" = numa ]; then OPTS="B"; fi\nQ -m 4G ${OPTS:-}',
    'OPTS="-nographic"\n[ -n "$SIZE" ] && OPTS="$OPTS -object memory-backend-ram,id=m,size=$SIZE -machine memory-backend=m"\nQ -m 4G $OPTS',
    'args=()\n[ -n "$1" ] && args+=(B)\nQ -m 4G ${args[@]+"${args[@]}"}',
    'OPTS=""\n[ -n "$1" ] && OPTS="B"\neval "Q -m 4G $OPTS"',
    'OPTS=$(cat opts)\nbash -c "Q -m 4G $OPTS"',
    'OPTS=""\npick() { if [ "$1" ]; then OPTS="B"; return; fi; OPTS=""; }\npick "$1"\nQ -m 4G $OPTS',
    'OPTS=""\nfor n in 1 2; do if [ "$1" ]; then OPTS="B"; break; fi; OPTS=""; done\nQ -m 4G $OPTS',
    'OPTS=""\nfor n in 1 2; do Q -m 4G $OPTS; OPTS="B"; done',
    'case $1 in numa) OPTS="B" ;& *) Q -m 4G $OPTS ;; esac',
    'O="B"\nf() { local O; O=""; }\nf\nQ -m 4G $O',
    'run_vm() { Q -m 4G $OPTS; }\nOPTS="B" run_vm',
    'add() { local -n a=$1; a+=(B); }\nargs=(-m 4G)\nadd args\nQ "${args[@]}"',
    'args=""\ndeclare -g "args=B"\nQ -m 4G $args',
    'OPTS=""\neval "$(cat conf)"\nQ -m 4G $OPTS',
    'sh -c \'exec Q -m 4G "$@"\' sh B',
    'echo "B" | xargs Q -m 4G',
    'Q -m 4G -machine "$1,accel=kvm${NUMA:+,memory-backend=mem}"',
  ])('%j', (script) => {
    const patch = patchOf(script);
    expect(patch.text).not.toContain('-mem-path');
    expect(treatments(patch)).not.toContain('already');
  });
  it.each([
    'Q -m 4G >log 2>&1 B',
    'Q -machine q35,\\\nmemory-backend=m -object memory-backend-ram,\\\nid=m,size=4G -m 4G',
  ])('but the backend itself is changed: %j', (script) => {
    const patch = patchOf(script);
    expect(treatments(patch)).toEqual(['change']);
    expect(patch.text).toContain('memory-backend-file,mem-path=/dev/hugepages');
    expect(patch.text).not.toContain(' -mem-path');
  });
});

describe('huge pages are claimed only where they are sure', () => {
  it.each([
    "args=(-mem-path /dev/hugepages -m 4G)\nunset 'args[0]' 'args[1]'\nQ \"${args[@]}\"",
    'args=(-m 4G -mem-path /dev/hugepages)\nargs[3]=/dev/shm\nQ "${args[@]}"',
    'f() { local MP="-mem-path /dev/hugepages"; }\nf\nQ -m 4G $MP',
    'MP=""\nf() { if [ "$1" ]; then MP=""; return; fi; MP="-mem-path /dev/hugepages"; }\nf "$1"\nQ -m 4G $MP',
    '{ MP="-mem-path /dev/hugepages"; } &\nwait\nQ -m 4G $MP',
    "MP='-mem-path /dev/hugepages'\nsh -c 'Q -m 4G $MP'",
  ])('%j', (script) => {
    expect(treatments(patchOf(script))).not.toContain('already');
  });
});

describe('memory is known, or said to be unknown', () => {
  const MIB = 1_024;
  it.each([
    ['Q -nographic 2>err.log -m 4G', 4_096],
    ['Q -m 40\\\n96', 4_096],
    ['args=(-m "$1")\nQ ${args[@]+"${args[@]}"}', null],
    ['[ -n "$M" ] && O="$O -m $M"\nQ $O', null],
    ['MEM=2048\nif [ "$1" ]; then MEM=8192; fi\nQ -m ${MEM:-4096}', null],
    ['args=(-m)\nif [ "$1" ]; then args+=(8G); else args+=(4G); fi\nQ "${args[@]}"', null],
    ['[ -n "$1" ] && args+=(-m 8G)\nQ "${args[@]}"', null],
    ['MEM=4G\nf() { local MEM=8G; }\nf\nQ -m $MEM', 4_096],
    ['MEM=2G\nrun_vm() { Q -m $MEM; }\nMEM=8G run_vm', 8_192],
    ['args=(-m 4G)\nargs[1]=8G\nQ "${args[@]}"', 8_192],
    ['args=([0]=-m [1]=4G)\nQ "${args[@]}"', null],
    ['MEM=1024\nwhile true; do Q -m $MEM && break; MEM=$((MEM*2)); done', null],
    ['for ((m=1024; m<9000; m*=2)); do Q -m $m; done', null],
    ['MEM=2048\n(( MEM <<= 1 ))\nQ -m $MEM', null],
    ['declare -i MEM=2\nMEM+=2\nQ -m $MEM', null],
    ['printf -v MEM %sG 8\nQ -m $MEM', null],
    ['MEM=2G\nexport "MEM=8G"\nQ -m $MEM', null],
    ["MEM=8G\nsh -c 'Q -m ${MEM:-1G}'", 1_024],
    ["Q $'\\x2dm' 4G", null],
  ])('%j: %s MiB', (script, mebibytes) => {
    const sizes = patchOf(script).starts.map(({ guestKiB }) => guestKiB);
    expect(sizes).toEqual([mebibytes === null ? null : mebibytes * MIB]);
  });
});

describe('no script is too much', () => {
  const repeated = (line: string, count: number): string => Array.from({ length: count }, () => line).join('\n');
  it.each([
    ['many conditional options', `O=""\n${repeated('[ -n "$A" ] && O="$O -snapshot"', 200)}\nQ -m 4G $O`],
    ['many conditional options in front', `O=""\n${repeated('[ -n "$A" ] && O="-snapshot $O"', 60)}\nQ -m 4G $O`],
    ['many appended options', `O="-m 4G"\n${repeated('O="$O -device virtio-net"', 600)}\nQ $O`],
    ['many appended elements', `O=(-m 4G)\n${repeated('O=("${O[@]}" -snapshot)', 600)}\nQ "\${O[@]}"`],
    ['a variable that doubles', `X="-snapshot "\n${repeated('X="$X$X"', 24)}\nQ -m 4G $X`],
    ['a case with many branches', `case $1 in\n${repeated('x) O="$O -snapshot" ;;', 2_000)}\nesac\nQ -m 4G $O`],
    ['deep nesting', `${repeated('while true; do', 1_000)}\nQ -m 4G\n${repeated('done', 1_000)}`],
    [
      'deep calls',
      `f0() { Q -m 4G; }\n${Array.from({ length: 100 }, (_, n) => `f${String(n + 1)}() { f${String(n)}; }`).join('\n')}\nf100`,
    ],
  ])('%s', (_what, script) => {
    const text = spelled(script);
    const patch = patchScript(parser.parse(text), text, parser, TARGET);
    parser.release();
    // Understood or left alone: both are well, as long as it ends.
    for (const kind of treatments(patch)) expect(['change', 'declined']).toContain(kind);
  });
});
