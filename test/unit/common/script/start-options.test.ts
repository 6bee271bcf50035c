import { describe, expect, test } from 'vitest';
import { choice, looseWord, type Value, type Word, unknown, type UnknownCause } from '../../../../common/script/pieces';
import { isOnlyQuestion, readGuestMemory, readStartOptions } from '../../../../common/script/start-options';
import { pieceIn, plainWords, shown } from '../../../fakes/parsed-script';

const GIB_IN_KIB = 1_048_576;

function optionsOf(line: string, ...more: readonly Word[]): readonly [string, string | null][] {
  const { options } = readStartOptions([...plainWords(line), ...more]);
  return options.map(({ name, value }) => [name, value === null ? null : shown(value)]);
}

function strange(cause: UnknownCause): Word {
  return looseWord([unknown(cause)], true);
}

function oneOf(...texts: readonly string[]): Word {
  const options = texts.map((text): Value => (text === '' ? [] : [pieceIn(text, text)]));
  return looseWord([choice(options)], true);
}

function memoryOf(line: string, ...more: readonly Word[]): ReturnType<typeof readGuestMemory> {
  return readGuestMemory(readStartOptions([...plainWords(line), ...more]));
}

describe('readStartOptions', () => {
  test('an option takes the next word, a flag does not', () => {
    expect(optionsOf('-enable-kvm -m 4G -nographic -hda win10.img')).toEqual([
      ['enable-kvm', null],
      ['m', '4G'],
      ['nographic', null],
      ['hda', 'win10.img'],
    ]);
  });
  test('a value that begins with a dash is still the value of the option before it', () => {
    expect(optionsOf('-append -m -m 4G')).toEqual([
      ['append', '-m'],
      ['m', '4G'],
    ]);
    expect(optionsOf('-name -mem-path -nographic')).toEqual([
      ['name', '-mem-path'],
      ['nographic', null],
    ]);
  });
  test('two dashes are as good as one', () => {
    expect(optionsOf('--mem-path /dev/hugepages --enable-kvm')).toEqual([
      ['mem-path', '/dev/hugepages'],
      ['enable-kvm', null],
    ]);
  });
  test('a disk by itself is no option, and neither is a single dash', () => {
    expect(optionsOf('win10.img - -m 4G')).toEqual([['m', '4G']]);
  });
  test('QEMU knows no equals sign behind an option’s name', () => {
    expect(optionsOf('-mem-path=/dev/hugepages x')).toEqual([['mem-path=/dev/hugepages', 'x']]);
  });
  test('the last option may lack its value', () => {
    expect(optionsOf('-nographic -m')).toEqual([
      ['nographic', null],
      ['m', null],
    ]);
  });
  test('an option that is perhaps not given is known by its name', () => {
    expect(optionsOf('-m 4G', oneOf('', '-s'))).toEqual([
      ['m', '4G'],
      ['s', null],
    ]);
  });
  test('one is certain where its name and its value are', () => {
    const [name, value] = plainWords('-m 4G');
    const perhaps = (word: Word | undefined): readonly Word[] =>
      word === undefined ? [] : [{ ...word, isCertain: false }];
    const certainOf = (words: readonly Word[]): readonly boolean[] =>
      readStartOptions(words).options.map(({ isCertain }) => isCertain);
    expect(certainOf(plainWords('-m 4G'))).toEqual([true]);
    expect(certainOf([...perhaps(name), ...perhaps(value)])).toEqual([false]);
    expect(certainOf([...(name === undefined ? [] : [name]), ...perhaps(value)])).toEqual([false]);
  });
});

describe('words that may say anything', () => {
  test.each<UnknownCause>(['outside', 'sourced', 'printed', 'computed'])('from %s', (cause) => {
    expect(readStartOptions([...plainWords('-m 4G'), strange(cause)]).strangers).toEqual([cause]);
  });
  test('each cause once', () => {
    const words = [strange('printed'), ...plainWords('-s'), strange('outside'), strange('printed')];
    expect(readStartOptions(words).strangers).toEqual(['printed', 'outside']);
  });
  test('not where they are an option’s value', () => {
    expect(readStartOptions([...plainWords('-m'), strange('outside')]).strangers).toEqual([]);
  });
  test('not where they begin with something that is no dash', () => {
    const disk = looseWord([pieceIn('/vm/', '/vm/'), unknown('outside')], false);
    expect(readStartOptions([disk]).strangers).toEqual([]);
  });
  test('also where one of several texts is known: it is not known which', () => {
    expect(readStartOptions([oneOf('-m', '-smp')]).strangers).toEqual(['computed']);
    expect(readStartOptions([oneOf('a.img', 'b.img')]).strangers).toEqual([]);
  });
});

describe('isOnlyQuestion', () => {
  test.each([
    '-version',
    '--help',
    '-machine help',
    '-cpu ?',
    '-m 4G -device virtio-net-pci,help',
    '-M q35 -accel help',
  ])('%s', (line) => {
    expect(isOnlyQuestion(readStartOptions(plainWords(line)))).toBe(true);
  });
  test.each(['-m 4G', '-name help', '-append -help -m 4G', 'help', ''])('not %j', (line) => {
    expect(isOnlyQuestion(readStartOptions(plainWords(line)))).toBe(false);
  });
});

describe('readGuestMemory', () => {
  test.each([
    ['-m 4096', 4 * GIB_IN_KIB],
    ['-m 4G', 4 * GIB_IN_KIB],
    ['-m 1.5G', 1.5 * GIB_IN_KIB],
    ['-m 513M', 525_312],
    ['-m size=2G,slots=4,maxmem=16G', 2 * GIB_IN_KIB],
    ['-m 2G,slots=4,maxmem=16G', 2 * GIB_IN_KIB],
    ['-m 2G -m 4G', 4 * GIB_IN_KIB],
    ['-m 4G -m slots=2', 4 * GIB_IN_KIB],
    ['-m 0', 131_072],
    ['-nographic', 131_072],
    ['-machine q35,memory-backend=ram0 -object memory-backend-ram,id=ram0,size=3G', 3 * GIB_IN_KIB],
  ])('%s: %d KiB', (line, expected) => {
    expect(memoryOf(line).KiB).toBe(expected);
  });
  test.each(['-m 4GB', '-m 4GiB', '-m -5', '-m 512.5', '-m 4G -readconfig vm.cfg'])('%s: not known', (line) => {
    expect(memoryOf(line).KiB).toBeNull();
  });
  test('where -m is not given it says so', () => {
    expect(memoryOf('-nographic').isGiven).toBe(false);
    expect(memoryOf('-m 4G').isGiven).toBe(true);
  });
  test('a size that is not known is not guessed', () => {
    expect(memoryOf('-m', strange('outside'))).toMatchObject({ KiB: null, isGiven: true, isDefault: true });
    expect(memoryOf('-m', oneOf('1G', '2G'))).toMatchObject({ KiB: null, isDefault: true });
  });
  test('one of several that all read the same is known', () => {
    expect(memoryOf('-m', oneOf('2G', '2G'))).toMatchObject({ KiB: 2 * GIB_IN_KIB, isDefault: false });
  });
  test('a default is the likely size, and may be another', () => {
    const preset = looseWord([pieceIn('4G', '4G', { isDefault: true })], false);
    expect(memoryOf('-m', preset)).toEqual({ KiB: 4 * GIB_IN_KIB, isDefault: true, isGiven: true });
  });
  test('what is set only where nobody has set it is a default too', () => {
    const options: readonly Value[] = [[unknown('outside')], [pieceIn('4G', '4G')]];
    const word = looseWord([choice(options)], true);
    expect(memoryOf('-m', word)).toEqual({ KiB: 4 * GIB_IN_KIB, isDefault: true, isGiven: true });
  });
  test('options that may hide another -m make it unknown, unless a person gives them', () => {
    expect(memoryOf('-m 4G', strange('printed')).KiB).toBeNull();
    expect(memoryOf('-m 4G', strange('sourced')).KiB).toBeNull();
    expect(memoryOf('-m 4G', strange('outside')).KiB).toBe(4 * GIB_IN_KIB);
  });
  test('a second -m that only some ways have makes it unknown, unless it says the same', () => {
    const perhaps = (line: string): readonly Word[] => plainWords(line).map((word) => ({ ...word, isCertain: false }));
    expect(memoryOf('-m 4G', ...perhaps('-m 2G')).KiB).toBeNull();
    expect(memoryOf('-m 4G', ...perhaps('-m 4G')).KiB).toBe(4 * GIB_IN_KIB);
  });
});
