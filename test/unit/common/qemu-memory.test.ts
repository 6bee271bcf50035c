import { describe, expect, it } from 'vitest';
import { parseQemuMemory, parseQemuSize } from '../../../common/qemu-memory';

const MIB = 1_024;

describe('parseQemuMemory', () => {
  // What QEMU 7.2 itself said of each (`info memory_size_summary`).
  it.each([
    ['512', 512 * MIB],
    ['512M', 512 * MIB],
    ['512m', 512 * MIB],
    ['size=512M', 512 * MIB],
    ['524288K', 512 * MIB],
    ['536870912B', 512 * MIB],
    ['0x200', 512 * MIB],
    ['0x20M', 32 * MIB],
    ['+512', 512 * MIB],
    [' 512', 512 * MIB],
    ['010', 10 * MIB],
    ['1G', 1_024 * MIB],
    ['1.G', 1_024 * MIB],
    ['1.5G', 1_536 * MIB],
    ['512,slots=2,maxmem=2G', 512 * MIB],
    ['slots=2,size=256M,maxmem=2G', 256 * MIB],
    ['513M', 513 * MIB],
    ['513K', 520],
    ['1K', 8],
    ['0.0001G', 112],
    ['size=200M,size=300M', 300 * MIB],
  ])('reads -m %s', (written, KiB) => {
    expect(parseQemuMemory([written])).toBe(KiB);
  });

  it.each(['1GB', '1GiB', '-5', '512.5', '.5G', '1e3', '1e3M', '512 ', '1_000', '５１２', 'four', '99999999999E'])(
    'cannot read -m %s, which QEMU refuses',
    (written) => {
      expect(parseQemuMemory([written])).toBeNull();
    },
  );

  it.each([[[]], [['0']], [['']], [['0b']], [['slots=2,maxmem=2G']], [['0,slots=2,maxmem=1G']]])(
    'takes 128 MiB where no size is given: -m %j',
    (values) => {
      expect(parseQemuMemory(values)).toBe(128 * MIB);
    },
  );

  it('lets the last size win, also over an option without a size', () => {
    expect(parseQemuMemory(['256M', '512M'])).toBe(512 * MIB);
    expect(parseQemuMemory(['256M', 'slots=2,maxmem=4G'])).toBe(256 * MIB);
    expect(parseQemuMemory(['256M', 'slots=2,maxmem=4G', '300'])).toBe(300 * MIB);
  });
});

describe('parseQemuSize', () => {
  it('reads a bare number in the unit of the option', () => {
    expect(parseQemuSize('4096', 'b')).toBe(4_096);
    expect(parseQemuSize('4096', 'm')).toBe(4_294_967_296);
  });
  it('takes b at the end of a hexadecimal number for a digit', () => {
    expect(parseQemuSize('0x2b', 'b')).toBe(43);
  });
  it('refuses nothing at all', () => {
    expect(parseQemuSize('', 'b')).toBeNull();
  });
});
