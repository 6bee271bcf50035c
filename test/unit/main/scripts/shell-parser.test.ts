import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShellNode, ShellParser } from '../../../../common/script/shell-node';
import { openShellParser } from '../../../../main/scripts/shell-parser';

let parser: ShellParser;

beforeEach(async () => {
  parser = await openShellParser();
});
afterEach(() => {
  parser.release();
});

function typesOf(node: ShellNode): readonly string[] {
  return [node.type, ...node.namedChildren.flatMap(typesOf)];
}

describe('openShellParser', () => {
  test('reads bash', () => {
    expect(typesOf(parser.parse('kvm -m "$mem"\n'))).toEqual([
      'program',
      'command',
      'command_name',
      'word',
      'word',
      'string',
      'simple_expansion',
      'variable_name',
    ]);
  });
  test('knows the parts of a statement by their names', () => {
    const [assignment] = parser.parse('mem=4G\n').namedChildren;
    expect(assignment?.childForFieldName('name')?.type).toBe('variable_name');
    expect(assignment?.childForFieldName('value')?.type).toBe('word');
    expect(assignment?.childForFieldName('body')).toBeNull();
  });
  test('counts as JavaScript does, also behind Chinese text and signs of two units', () => {
    const text = '# 启动 🖥️\nkvm -name "办公"\n';
    const command = parser.parse(text).namedChildren.find(({ type }) => type === 'command');
    expect(text.slice(command?.startIndex, command?.endIndex)).toBe('kvm -name "办公"');
  });
  test('says where it cannot read on', () => {
    const root = parser.parse('while true; do\n');
    expect(root.hasError).toBe(true);
    expect(parser.parse('while true; do kvm; done\n').hasError).toBe(false);
  });
  test('has a tree for nothing, too', () => {
    expect(parser.parse('').namedChildren).toEqual([]);
  });
  test('keeps each tree until it is given back', () => {
    const first = parser.parse('kvm -m 4G\n');
    parser.parse('echo\n');
    expect(typesOf(first)).toContain('command');
  });
  test('one that gave its trees back can be used again, and so can all others', async () => {
    const other = await openShellParser();
    const kept = other.parse('kvm -m 4G\n');
    parser.parse('echo\n');
    parser.release();
    expect(typesOf(kept)).toContain('command');
    expect(typesOf(parser.parse('kvm\n'))).toContain('command');
    other.release();
  });
});
