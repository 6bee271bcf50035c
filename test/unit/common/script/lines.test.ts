import { expect, test } from 'vitest';
import { lineOf } from '../../../../common/script/lines';

test.each([
  ['the first letter', '#!/bin/sh\nkvm\n', 0, 1],
  ['the end of a line', '#!/bin/sh\nkvm\n', 9, 1],
  ['the first letter behind it', '#!/bin/sh\nkvm\n', 10, 2],
  ['the end of a file that ends with a line feed', 'a\nb\n', 4, 3],
  ['a line that ends as in Windows', 'a\r\nb\r\n', 3, 2],
  ['an empty line', '\n\n\n', 2, 3],
  ['an empty file', '', 0, 1],
])('%s', (_, text, offset, line) => {
  expect(lineOf(text, offset)).toBe(line);
});
