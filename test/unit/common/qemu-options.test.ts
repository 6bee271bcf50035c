import { describe, expect, it } from 'vitest';
import { isQemuOn, parseQemuObject, parseQemuProperties } from '../../../common/qemu-options';

describe('parseQemuProperties', () => {
  it('gives the first word without a key to the implied key', () => {
    expect([...parseQemuProperties('node,nodeid=0,memdev=ram-node0', 'type')]).toEqual([
      ['type', 'node'],
      ['nodeid', '0'],
      ['memdev', 'ram-node0'],
    ]);
  });
  it('reads a doubled comma as a comma inside the value', () => {
    expect(parseQemuProperties('guest=Win,, 4 GiB,debug-threads=on', 'guest').get('guest')).toBe('Win, 4 GiB');
    expect(parseQemuProperties('foo,,bar,process=x', 'guest').get('guest')).toBe('foo,bar');
  });
  it('reads later words without a value as switches', () => {
    expect([...parseQemuProperties('memory-backend-file,share,noprealloc', 'qom-type')].slice(1)).toEqual([
      ['share', 'on'],
      ['prealloc', 'off'],
    ]);
  });
  it('keeps what follows the first equals sign, and the last of two values', () => {
    expect(parseQemuProperties('mem-path=/a=b,mem-path=/c=d', 'qom-type').get('mem-path')).toBe('/c=d');
  });
  it('finds nothing in an empty value', () => {
    expect(parseQemuProperties('', 'size').size).toBe(0);
  });
});

describe('parseQemuObject', () => {
  it('reads the JSON that libvirt writes', () => {
    const text =
      '{"qom-type":"memory-backend-file","id":"pc.ram","mem-path":"/dev/hugepages/libvirt/qemu/1-win10","share":false,"x-use-canonical-path-for-ramblock-id":false,"prealloc":true,"size":17179869184}';
    const object = parseQemuObject(text);
    expect(object.get('qom-type')).toBe('memory-backend-file');
    expect(object.get('mem-path')).toBe('/dev/hugepages/libvirt/qemu/1-win10');
    expect(object.get('size')).toBe('17179869184');
    expect(object.get('prealloc')).toBe('on');
    expect(object.get('share')).toBe('off');
  });
  it('leaves out lists and objects inside JSON, which no memory object needs for its page size', () => {
    expect([...parseQemuObject('{"id":"a","host-nodes":[0,1]}')]).toEqual([['id', 'a']]);
  });
  it.each(['{', '{"id":', '{]'])('finds nothing in broken JSON: %s', (text) => {
    expect(parseQemuObject(text).size).toBe(0);
  });
});

describe('isQemuOn', () => {
  it.each(['on', 'yes', 'true', 'y'])('takes %s for yes', (value) => {
    expect(isQemuOn(value)).toBe(true);
  });
  it.each(['off', 'no', 'ON', '1', undefined])('takes %s for no: QEMU itself refuses or negates it', (value) => {
    expect(isQemuOn(value)).toBe(false);
  });
});
