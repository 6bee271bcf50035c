import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FILE_EDITING, FSTAB_CHECK, PREAMBLE, PUT_BACK, REPORTING } from '../../../common/root-library';
import { shellQuote } from '../../../common/shell-quote';
import { DISK_LINE, OUR_FSTAB_BLOCK, OUR_FSTAB_LINE } from '../../fakes/host';
import { runInShell, scratchFolder, type ShellRun } from '../../fakes/shell';

const OLD_BLOCK = '# hugepages-guide begin\nhugetlbfs /dev/hugepages hugetlbfs mode=1770 0 0\n# hugepages-guide end\n';
const BEGIN = '# hugepages-guide begin\n';
const END = '# hugepages-guide end\n';
const SWAP_LINE = '/swapfile none swap sw 0 0\n';

/** Runs some of the root text's functions on a file in a folder of its own, which stands in for /etc. */
function onFile(before: string | null, calls: string): { readonly run: ShellRun; readonly after: string } {
  const folder = scratchFolder();
  onTestFinished(folder.remove);
  const file = join(folder.path, 'file.conf');
  if (before !== null) writeFileSync(file, before, 'latin1');
  const values = `file=${shellQuote(file)} line=${shellQuote(OUR_FSTAB_LINE)}\n`;
  // These are tested by the whole text; here nothing may stop.
  const surroundings = `journal=${shellQuote(folder.path)} step=fstab\nstop() { echo "stop $*"; exit 1; }\nkeep() { :; }\nsum_of() { :; }\n`;
  const run = runInShell(
    `${[PREAMBLE, FSTAB_CHECK, FILE_EDITING, PUT_BACK].join('\n')}\n${surroundings}${values}${calls}`,
  );
  return { run, after: readFileSync(file, 'latin1') };
}

const PUT = 'put_block "$file" kept "$line"';

function afterPut(before: string | null): string {
  const { run, after } = onFile(before, PUT);
  expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  return after;
}

describe('put_block', () => {
  it.each([
    ['an ordinary file', DISK_LINE, DISK_LINE + OUR_FSTAB_BLOCK],
    ['no last newline', DISK_LINE.trimEnd(), DISK_LINE + OUR_FSTAB_BLOCK],
    ['an empty file', '', OUR_FSTAB_BLOCK],
    ['no file at all', null, OUR_FSTAB_BLOCK],
    ['only our block', OUR_FSTAB_BLOCK, OUR_FSTAB_BLOCK],
    ['our block at the end', DISK_LINE + OLD_BLOCK, DISK_LINE + OUR_FSTAB_BLOCK],
    ['our block in the middle', DISK_LINE + OLD_BLOCK + SWAP_LINE, DISK_LINE + SWAP_LINE + OUR_FSTAB_BLOCK],
    ['two blocks of ours', OLD_BLOCK + DISK_LINE + OLD_BLOCK, DISK_LINE + OUR_FSTAB_BLOCK],
    ['our block without a last newline', DISK_LINE + OLD_BLOCK.trimEnd(), DISK_LINE + OUR_FSTAB_BLOCK],
    ['an empty block', DISK_LINE + BEGIN + END, DISK_LINE + OUR_FSTAB_BLOCK],
    ['CRLF', 'a\r\nb\r\n', `a\r\nb\r\n${OUR_FSTAB_BLOCK}`],
    ['CRLF without a last newline', 'a\r\nb', `a\r\nb\n${OUR_FSTAB_BLOCK}`],
    ['our block in CRLF', `a\r\n${OLD_BLOCK.replaceAll('\n', '\r\n')}b\r\n`, `a\r\nb\r\n${OUR_FSTAB_BLOCK}`],
    ['our block indented', `a\n  ${BEGIN}old\n\t${END}b\n`, `a\nb\n${OUR_FSTAB_BLOCK}`],
    ['a begin without its end', `${BEGIN}${SWAP_LINE}`, `${BEGIN}${SWAP_LINE}${OUR_FSTAB_BLOCK}`],
    [
      'a begin without its end, then a whole block',
      `${BEGIN}${SWAP_LINE}${OLD_BLOCK}`,
      `${BEGIN}${SWAP_LINE}${OUR_FSTAB_BLOCK}`,
    ],
    ['an end without its begin', `${SWAP_LINE}${END}`, `${SWAP_LINE}${END}${OUR_FSTAB_BLOCK}`],
    [
      'a comment that only looks like our marker',
      '# hugepages-guide beginning\nx\n',
      `# hugepages-guide beginning\nx\n${OUR_FSTAB_BLOCK}`,
    ],
    ['Latin-1 bytes', '# K\xfcche \xff\xfe\n', `# K\xfcche \xff\xfe\n${OUR_FSTAB_BLOCK}`],
    ['backslashes and percent signs', '\\040 %s \\n & $HOME `id`\n', `\\040 %s \\n & $HOME \`id\`\n${OUR_FSTAB_BLOCK}`],
    ['blank lines at the end', `${DISK_LINE}\n\n`, `${DISK_LINE}\n\n${OUR_FSTAB_BLOCK}`],
    ['a very long line', `#${'x'.repeat(20_000)}\n`, `#${'x'.repeat(20_000)}\n${OUR_FSTAB_BLOCK}`],
  ])('on %s', (_words, before, after) => {
    expect(afterPut(before)).toBe(after);
  });

  it('gives the same bytes a second time', () => {
    const once = afterPut(DISK_LINE + SWAP_LINE);
    expect(afterPut(once)).toBe(once);
  });
  it('keeps the old file in the journal to the byte, and leaves no copy beside', () => {
    const before = '# K\xfcche\r\nno newline';
    const { run } = onFile(before, `${PUT}\ncat "$journal/kept"\necho; ls "$journal"`);
    expect(run.stdout).toBe(`${before}\nfile.conf\nkept\n`);
  });
  it('refuses a file with a NUL, which awk would lose, and changes nothing', () => {
    const { run, after } = onFile('a\0b\n', PUT);
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/^stop file-not-writable .* holds a NUL\n$/);
    expect(after).toBe('a\0b\n');
  });
  it('refuses a symlink and a directory', () => {
    const { run } = onFile(
      'x\n',
      `ln -s "$file" "$journal/link"; (put_block "$journal/link" kept x); put_block "$journal" kept x`,
    );
    expect(run.stdout).toMatch(/^stop file-is-symlink \S+\/link\nstop \S+/);
  });
  it('changes nothing but our block, whatever else is in the file', () => {
    const byte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));
    const chunk = fc.oneof(
      fc.string({ unit: byte, maxLength: 40 }),
      fc.constantFrom('\n', '\r\n', '#', ' ', DISK_LINE),
    );
    const text = fc.array(chunk, { maxLength: 8 }).map((chunks) => chunks.join(''));
    fc.assert(
      fc.property(text, (before) => {
        const ended = before === '' || before.endsWith('\n') ? before : `${before}\n`;
        expect(afterPut(before)).toBe(ended + OUR_FSTAB_BLOCK);
      }),
      { numRuns: 25 },
    );
  });
});

describe('put_back', () => {
  const UNDO = `${PUT}\nput_back "$file" kept`;

  it.each([
    ['no last newline', DISK_LINE.trimEnd()],
    ['an empty file', ''],
    ['CRLF and Latin-1', '# K\xfcche\r\nb'],
    ['an older block of ours', SWAP_LINE + OLD_BLOCK + DISK_LINE],
  ])('restores every byte: %s', (_words, before) => {
    const { run, after } = onFile(before, UNDO);
    expect(run.status).toBe(0);
    expect(after).toBe(before);
  });
  it('takes a file away that was not there', () => {
    const { run } = onFile('', `rm "$file"; ${UNDO}; ls "$journal"; true >"$file"`);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  });
  it('does nothing to a file that was not replaced yet', () => {
    const { run, after } = onFile('now', 'echo before >"$journal/kept"; put_back "$file" kept');
    expect(run.status).toBe(0);
    expect(after).toBe('now');
  });
});

describe('plain', () => {
  const plain = (text: string): string => runInShell(`${REPORTING}\nplain ${shellQuote(text)}`).stdout.trimEnd();

  it.each([
    ['Permission denied', 'Permission denied'],
    ['a "b" \\ c', 'a "b" \\ c'],
    ['two\nlines\tand a tab', 'two lines and a tab'],
    ['\u001b[31mred', ' [31mred'],
    ['%s %d \\n', '%s %d \\n'],
  ])('makes %j fit to stand in JSON', (text, words) => {
    expect(JSON.parse(`"${plain(text)}"`)).toBe(words);
  });
  it('keeps a report line readable, however long the words are', () => {
    const said = plain('"'.repeat(5_000));
    expect(JSON.parse(`"${said}"`)).toBe('"'.repeat(400));
  });
});

describe('the surroundings', () => {
  it('do not depend on who called', () => {
    const caller =
      'IFS=x PATH=/nowhere LC_ALL=de_DE.UTF-8 CDPATH=/tmp ENV=/x BASH_ENV=/x; export IFS PATH LC_ALL CDPATH ENV BASH_ENV';
    const { stdout } = runInShell(
      `${caller}\n${PREAMBLE}\necho "$PATH $LC_ALL \${IFS-unset} \${CDPATH-unset} \${ENV-unset} $(umask)"`,
    );
    expect(stdout).toBe('/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin C unset unset unset 0022\n');
  });
  it('let nothing but a kill stop the text half-way', () => {
    const { stdout, status } = runInShell(
      `${PREAMBLE}\nfor signal in HUP INT TERM PIPE; do kill -$signal $$; done\necho alive`,
    );
    expect({ stdout, status }).toEqual({ stdout: 'alive\n', status: 0 });
  });
});
