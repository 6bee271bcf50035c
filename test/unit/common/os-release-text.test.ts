import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOsRelease } from '../../../common/os-release-text';

describe('parseOsRelease', () => {
  it('reads quoted and bare values', () => {
    expect(parseOsRelease('NAME=NixOS\nID=nixos\nPRETTY_NAME="NixOS 25.05 (Warbler)"\n')).toEqual({
      id: 'nixos',
      name: 'NixOS 25.05 (Warbler)',
    });
    expect(parseOsRelease("ID='arch'\r\nPRETTY_NAME=Arch\r\n")).toEqual({ id: 'arch', name: 'Arch' });
  });
  it('does not take ID_LIKE or VERSION_ID for ID', () => {
    expect(parseOsRelease('ID_LIKE=debian\nVERSION_ID="12"\n')).toEqual({ id: null, name: null });
  });
  it('undoes backslashes, but not between single quotes', () => {
    expect(parseOsRelease('PRETTY_NAME="The \\"Big\\" \\$1"\n').name).toBe('The "Big" $1');
    expect(parseOsRelease("PRETTY_NAME='a\\b'\n").name).toBe('a\\b');
  });
  it('counts the last assignment, and an empty one as none', () => {
    expect(parseOsRelease('ID=a\nID=b\n').id).toBe('b');
    expect(parseOsRelease('ID=""\nPRETTY_NAME=\n')).toEqual({ id: null, name: null });
  });
  it('leaves a lone quote as it is', () => {
    expect(parseOsRelease('ID="\n').id).toBe('"');
  });
  it('gives back any plain name between double quotes', () => {
    const plain = fc.string().filter((name) => name !== '' && !/["\\\r\n]/.test(name) && name === name.trim());
    fc.assert(fc.property(plain, (name) => parseOsRelease(`PRETTY_NAME="${name}"\n`).name === name));
  });
});
