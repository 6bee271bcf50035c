import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeOctal } from '../../../common/escaped-text';

describe('unescapeOctal', () => {
  it('undoes what the kernel escapes', () => {
    expect(unescapeOctal('/srv/my\\040vm\\011\\012\\134end')).toBe('/srv/my vm\t\n\\end');
  });
  it('leaves alone what is no escape', () => {
    expect(unescapeOctal('C:\\windows \\9 \\04')).toBe('C:\\windows \\9 \\04');
  });
  it('undoes one level only', () => {
    expect(unescapeOctal('\\134040')).toBe('\\040');
  });
  it('gives back any text that was escaped as the kernel does it', () => {
    const escape = (text: string): string =>
      text.replace(/[ \t\n\\]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
    fc.assert(fc.property(fc.string(), (text) => unescapeOctal(escape(text)) === text));
  });
});
