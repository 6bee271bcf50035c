import { describe, expect, test } from 'vitest';
import { relevantStatements } from '../../../../common/script/relevance';
import { followScript } from '../../../../common/script/script-walk';
import { ShellSource } from '../../../../common/script/shell-source';
import { argumentsOf, patchOf, shown, withScript } from '../../../fakes/parsed-script';

/** Which lines of a script are read; each line is a statement. */
function readLines(text: string): Promise<readonly string[]> {
  return withScript(text, ({ root }) => {
    const statements = root.namedChildren.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
    return relevantStatements(text, statements).map(({ start, end }) => text.slice(start, end));
  });
}

describe('what can have to do with starting QEMU', () => {
  test('is what names it', async () => {
    expect(await readLines('mkdir -p /vm\nqemu-system-x86_64 -m 4G\ncp a b\n/opt/kvm -m 1G\n')).toEqual([
      'qemu-system-x86_64 -m 4G',
      '/opt/kvm -m 1G',
    ]);
  });
  test('and what sets the variables that it uses, and those that these use', async () => {
    const text = 'gib=4\nlang=de\nmem=${gib}G\nread disk\nmem2=1G\nkvm -m "$mem" -hda $disk\n';
    expect(await readLines(text)).toEqual(['gib=4', 'mem=${gib}G', 'read disk', 'kvm -m "$mem" -hda $disk']);
  });
  test('and what uses the variables that it sets', async () => {
    expect(await readLines('bin=kvm\nother=1\n$bin -m 4G\n')).toEqual(['bin=kvm', '$bin -m 4G']);
  });
  test('and the functions that it calls, and who calls the function that it stands in', async () => {
    const text = 'disks() { args="-hda a"; }\nhelp() { echo; }\nrun() { disks; kvm $args; }\nhelp\nrun\n';
    expect(await readLines(text)).toEqual(['disks() { args="-hda a"; }', 'run() { disks; kvm $args; }', 'run']);
  });
  test('and what changes everything that comes after', async () => {
    const text = 'set -- -m 4G\nls\n. ./vm.conf\nsource b\nshift\nexit 3\necho\nkvm "$@"\n';
    expect(await readLines(text)).toEqual(['set -- -m 4G', '. ./vm.conf', 'source b', 'shift', 'exit 3', 'kvm "$@"']);
  });
  test('a name within another is not that name', async () => {
    expect(await readLines('members=3\nmem_max=1\nmem=4G\nkvm -m $mem\n')).toEqual(['mem=4G', 'kvm -m $mem']);
  });
  test('of a script that never names it nothing is read', async () => {
    expect(await readLines('mkdir /vm\nmem=4G\necho $mem\n')).toEqual([]);
  });
});

describe('a long script', () => {
  /** What a program for many things has beside the start: 70 KiB of functions, variables and loops. */
  const others = Array.from({ length: 360 }, (_, index) => {
    const number = String(index);
    return (
      `task_${number}() {\n  local path_${number}="/srv/backup/${number}"\n` +
      `  for file_${number} in "$path_${number}"/*; do\n    rsync -a "$file_${number}" backup:/srv || echo "$file_${number} failed"\n  done\n}\n`
    );
  });
  const calls = Array.from(
    { length: 360 },
    (_, index) => `[ -d /srv/backup/${String(index)} ] && task_${String(index)}\n`,
  );
  const parts = [
    'gib=4\nmem="${gib}G"\n',
    'args=(-enable-kvm)\nif [ -e disk.img ]; then\n  args+=(-hda disk.img)\nfi\n',
    'start() {\n  local bin=qemu-system-x86_64\n  "$bin" -m "$mem" "${args[@]}" "$@"\n}\n',
    'case $1 in\n  quiet) start -display none ;;\n  *) start -vnc :1 ;;\nesac\n',
  ];
  const short = parts.join('');
  const stretch = Math.ceil(others.length / parts.length);
  const long =
    '#!/bin/bash\n' +
    parts.map((part, index) => others.slice(index * stretch, (index + 1) * stretch).join('') + part).join('') +
    calls.join('');

  test('gives the same starts with the same arguments as read from the first line to the last', async () => {
    expect(long.length).toBeGreaterThan(65_536);
    const found = await withScript(long, ({ root, parser }) => {
      const statements = root.namedChildren.map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
      const kept = relevantStatements(long, statements);
      expect(kept.length).toBeLessThan(statements.length / 10);
      return followScript(ShellSource.ofStretches(long, kept), parser).starts;
    });
    const unabridged = await argumentsOf(long);
    expect(found.map(({ variants }) => variants.map((words) => words.map(shown)))).toEqual([unabridged]);
    expect(unabridged).toEqual(await argumentsOf(short));
  });
  test('is patched in the same place as without the rest', async () => {
    const [inLong, inShort] = [await patchOf(long), await patchOf(short)];
    expect(inLong.starts.map(({ guestKiB, treatment, notes }) => ({ guestKiB, treatment, notes }))).toEqual(
      inShort.starts.map(({ guestKiB, treatment, notes }) => ({ guestKiB, treatment, notes })),
    );
    const shift = long.indexOf('start() {') - short.indexOf('start() {');
    expect(inLong.edits).toEqual(
      inShort.edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
    );
    expect(inLong.text.slice(inLong.text.indexOf('start() {')).split('\n')[2]).toBe(
      '  "$bin" -mem-path /dev/hugepages -m "$mem" "${args[@]}" "$@"',
    );
  });
});
