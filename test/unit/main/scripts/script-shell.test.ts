import { describe, expect, it } from 'vitest';
import { scriptShell } from '../../../../main/scripts/script-shell';

describe('scriptShell', () => {
  it.each([
    ['#!/bin/dash\n', 'dash'],
    ['#!/usr/bin/env bash\n', 'bash'],
    ['qemu-system-x86_64\n', 'bash'],
    ['#!/usr/bin/python3\n', 'bash'],
  ])('of %j is %s', (text, shell) => {
    expect(scriptShell(Buffer.from(text))).toBe(shell);
  });
});
