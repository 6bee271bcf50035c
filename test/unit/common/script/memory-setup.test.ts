import { describe, expect, test } from 'vitest';
import {
  isJson,
  type MemoryObject,
  type MemorySetup,
  objectProperty,
  objectShares,
  pathOf,
  readMemorySetup,
  withoutSlash,
} from '../../../../common/script/memory-setup';
import { choice, looseWord, unknown, type Value, type Word } from '../../../../common/script/pieces';
import { readStartOptions } from '../../../../common/script/start-options';
import { pieceIn, plainWords } from '../../../fakes/parsed-script';

function setupOf(line: string, ...more: readonly Word[]): MemorySetup {
  return readMemorySetup(readStartOptions([...plainWords(line), ...more]));
}

function objectOf(value: string): MemoryObject {
  const [object, ...others] = setupOf(`-object ${value}`).objects;
  if (object === undefined || others.length > 0) throw new Error(`${value} is not one memory object`);
  return object;
}

const JSON_RAM = '{"qom-type":"memory-backend-file","id":"ram0","mem-path":"/dev/shm","share":true,"size":4294967296}';

describe('what the machine takes its memory from', () => {
  test.each([
    ['the machine names an object', '-machine q35,memory-backend=ram0', 'ram0', 'machine'],
    ['in its short form', '-M pc,memory-backend=ram0', 'ram0', 'machine'],
    ['in a second -machine', '-machine q35 -machine memory-backend=ram0', 'ram0', 'machine'],
    ['a node names one', '-numa node,nodeid=0,memdev=ram0', 'ram0', 'node'],
  ])('%s', (_, line, id, by) => {
    expect(setupOf(line).wanted).toEqual([{ id, by, isCertain: true }]);
  });
  test('two nodes name two', () => {
    expect(setupOf('-numa node,memdev=a -numa node,memdev=b').wanted.map(({ id }) => id)).toEqual(['a', 'b']);
  });
  test.each(['-machine q35', '-numa node,nodeid=0', '-numa dist,src=0,dst=1,val=20', '-m 4G'])(
    '%s names none',
    (line) => {
      expect(setupOf(line).wanted).toEqual([]);
    },
  );
  test('on some ways only, it is not certain', () => {
    const words = plainWords('-machine memory-backend=ram0').map((word) => ({ ...word, isCertain: false }));
    expect(setupOf('', ...words).wanted).toEqual([{ id: 'ram0', by: 'machine', isCertain: false }]);
    const options: readonly Value[] = ['q35', 'q35,memory-backend=ram0'].map((text) => [pieceIn(text, text)]);
    const either = looseWord([choice(options)], false);
    expect(setupOf('-machine', either).wanted).toEqual([{ id: 'ram0', by: 'machine', isCertain: false }]);
  });
});

describe('memory objects', () => {
  test('are those of the kinds that are memory', () => {
    const setup = setupOf(
      '-object rng-random,id=rng0,filename=/dev/urandom -object memory-backend-memfd,id=m,size=4G -object iothread,id=io',
    );
    expect(setup.objects.map(({ id, type }) => [id, type])).toEqual([['m', 'memory-backend-memfd']]);
  });
  test('are read from JSON too', () => {
    expect(objectOf(JSON_RAM)).toMatchObject({ id: 'ram0', type: 'memory-backend-file' });
    expect(objectOf(JSON_RAM).properties.get('share')).toBe('on');
  });
  test('have no id that can be known where that is put together', () => {
    const word = looseWord([pieceIn('memory-backend-ram,id=', 'memory-backend-ram,id='), unknown('outside')], false);
    expect(setupOf('-object', word).objects.map(({ id }) => id)).toEqual([null]);
    expect(objectOf('memory-backend-ram,size=4G').id).toBeNull();
  });
});

describe('objectProperty', () => {
  test.each([
    ['memory-backend-file,id=ram0,mem-path=/dev/shm,size=4G', 'mem-path', '/dev/shm'],
    ['memory-backend-file,id=ram0,mem-path=/a,mem-path=/b', 'mem-path', '/b'],
    ['memory-backend-file,id=a,,b,size=4G', 'id', 'a,b'],
    ['memory-backend-memfd,id=ram0,hugetlb', 'hugetlb', 'on'],
    ['memory-backend-memfd,id=ram0,noshare', 'share', 'off'],
    ['memory-backend-ram,id=ram0', 'qom-type', 'memory-backend-ram'],
    [JSON_RAM, 'mem-path', '/dev/shm'],
    [JSON_RAM, 'size', '4294967296'],
    [JSON_RAM, 'share', 'true'],
  ])('%s has %s', (value, key, expected) => {
    const object = objectOf(value);
    const found = objectProperty(object, key);
    expect(found?.value).toBe(expected);
    // Where it says it stands there it stands, but for doubled commas and switches.
    const there = object.pattern.slice(found?.from, found?.to);
    expect([expected, expected.replaceAll(',', ',,'), 'hugetlb', 'noshare']).toContain(there);
  });
  test.each(['memory-backend-ram,id=mem-path', '{"qom-type":"memory-backend-ram","id":"mem-path"}'])(
    '%s has no path',
    (value) => {
      expect(objectProperty(objectOf(value), 'mem-path')).toBeUndefined();
    },
  );
  test('JSON begins with a brace', () => {
    expect([JSON_RAM, 'memory-backend-ram,id=a'].map(isJson)).toEqual([true, false]);
  });
});

describe('sharing', () => {
  test.each([
    ['memory-backend-ram,id=a', false],
    ['memory-backend-file,id=a,mem-path=/dev/hugepages', false],
    ['memory-backend-file,id=a,share=on', true],
    ['memory-backend-file,id=a,share', true],
    ['memory-backend-memfd,id=a', true],
    ['memory-backend-memfd,id=a,share=off', false],
    ['memory-backend-memfd,id=a,share=yes', true],
    [JSON_RAM, true],
  ])('%s', (value, expected) => {
    expect(objectShares(objectOf(value))).toBe(expected);
  });
  test.each([
    ['-device vhost-user-fs-pci,chardev=c,tag=host', true],
    ['-netdev vhost-user,id=n,chardev=c', true],
    ['-device vhost-user-blk-pci,chardev=c', true],
    ['-netdev tap,id=n,vhost=on', false],
    ['-device virtio-net-pci,netdev=vhost-user', false],
    ['-chardev socket,id=vhost-user,path=/run/x', false],
  ])('%s wants to share: %s', (line, expected) => {
    expect(setupOf(line).sharesMemory).toBe(expected);
  });
});

describe('the other options', () => {
  test('every -mem-path counts, in its order', () => {
    const paths = setupOf('-mem-path /a --mem-path /b/ -m 4G').memPaths.map(({ value }) => pathOf(value?.pieces));
    expect(paths).toEqual(['/a', '/b']);
    expect(setupOf('-mem-path').memPaths).toEqual([]);
  });
  test('pages are taken at once where -mem-prealloc is certain', () => {
    expect(setupOf('-mem-prealloc').preallocates).toBe(true);
    expect(setupOf('-m 4G').preallocates).toBe(false);
    const perhaps = plainWords('-mem-prealloc').map((word) => ({ ...word, isCertain: false }));
    expect(setupOf('', ...perhaps).preallocates).toBe(false);
  });
  test('options may come from a file', () => {
    expect(setupOf('-readconfig vm.cfg').readsConfig).toBe(true);
    expect(setupOf('-m 4G').readsConfig).toBe(false);
  });
  test('a path is known where all of it is, and counts without a slash at its end', () => {
    expect(pathOf([pieceIn('/dev/hugepages/', '/dev/hugepages/')])).toBe('/dev/hugepages');
    expect(pathOf([unknown('outside'), pieceIn('/vm', '/vm')])).toBeNull();
    expect(pathOf(undefined)).toBeNull();
    expect(['/', '/mnt/huge//', '/mnt/huge'].map(withoutSlash)).toEqual(['/', '/mnt/huge', '/mnt/huge']);
  });
});
