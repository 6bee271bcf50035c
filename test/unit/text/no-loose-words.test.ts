import { describe, expect, test } from 'vitest';
import { looseWordsInComponent, looseWordsInTypeScript } from './loose-words';
import { readSources } from './source-files';

describe('outside the catalogue', () => {
  test('no component has words in its markup', () => {
    const found = readSources(['renderer/src'])
      .filter(({ path }) => path.endsWith('.svelte'))
      .flatMap(({ path, text }) => looseWordsInComponent(text).map((words) => `${path}: ${words}`));
    expect(found).toEqual([]);
  });

  test('no menu, dialog, notification or terminal output has sentences of its own', () => {
    const found = readSources(['main', 'preload', 'renderer/src', 'build'])
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap((source) => looseWordsInTypeScript(source).map((words) => `${source.path}: ${words}`));
    expect(found).toEqual([]);
  });
});

describe('the search for loose words in a component', () => {
  test.each([
    ['text', '<p>Hello there</p>', 'Hello there'],
    ['Chinese text', '<p>大页</p>', '大页'],
    ['text in a branch', '{#if on}<p>On</p>{/if}', 'On'],
    ['a spoken attribute', '<input aria-label="Memory" />', 'Memory'],
    ['a spoken attribute of a component', '<Field placeholder="4 GiB" />', '4 GiB'],
    ['a literal in braces', "<p>{on ? 'Yes' : name}</p>", 'Yes'],
  ])('finds %s', (_, markup, words) => {
    expect(looseWordsInComponent(markup)).toContain(words);
  });

  test.each([
    ['translated text', "<p title={t('size.title')}>{t('size.title')}</p>"],
    ['numbers and signs', '<p>+ 4 = 8</p>'],
    ['class names and ids', '<p class="wide note" id={on ? "a" : "b"}></p>'],
    ['what is the same in every language', '<code>vm.nr_hugepages</code>'],
    ['a compared word', "<p>{kind === 'all' ? t('a.b') : t('a.c')}</p>"],
    ['scripts and styles', "<script>const a = 'Some words here';</script><style>p { color: red }</style>"],
  ])('passes %s', (_, markup) => {
    expect(looseWordsInComponent(markup)).toEqual([]);
  });
});

describe('the search for loose words in TypeScript', () => {
  const search = (text: string) => looseWordsInTypeScript({ path: 'x.ts', text });

  test.each([
    ['a menu label', "menu.append({ label: 'Quit' })", 'Quit'],
    ['a sentence', "process.stdout.write('Nothing to do here')", 'Nothing to do here'],
    ['a sentence with gaps', 'console.error(`The file ${path} is gone`)', 'The file '],
    ['Chinese', "tray.setToolTip('大页')", '大页'],
  ])('finds %s', (_, text, words) => {
    expect(search(text)).toContain(words);
  });

  test.each([
    ['identifiers and paths', "readFile('/proc/meminfo'); ipc.handle('read-host')"],
    ['what a bug says', "throw new Error('this cannot happen here')"],
    ["another program's words", "if (stderr.includes('No authentication agent found')) return"],
    ['types', "type Word = 'not shown' | 'at all'"],
  ])('passes %s', (_, text) => {
    expect(search(text)).toEqual([]);
  });
});
