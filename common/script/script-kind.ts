/** What a file is, as far as its first line and its traces tell. */
export type ScriptKind =
  | { readonly kind: 'shell'; readonly shell: ShellName }
  | { readonly kind: 'other'; readonly language: string }
  /** Made by quickemu at each start of the VM, or read in by it. */
  | { readonly kind: 'quickemu'; readonly what: 'generated' | 'configuration' };

export const SHELL_NAMES = ['bash', 'sh', 'dash', 'ash', 'ksh', 'mksh', 'busybox'] as const;
export type ShellName = (typeof SHELL_NAMES)[number];

/** The interpreter of `#!/usr/bin/env -S bash -e`: its name and the first word behind it. */
function interpreterOf(text: string): { readonly name: string; readonly argument: string } | null {
  const [, line] = /^\uFEFF?#![ \t]*([^\r\n]+)/.exec(text) ?? [];
  if (line === undefined) return null;
  const words = line.trim().split(/[ \t]+/);
  const names = words.map((word) => word.split('/').at(-1) ?? '');
  if (names[0] !== 'env') return { name: names[0] ?? '', argument: words[1] ?? '' };
  const at = words.findIndex((word, index) => index > 0 && !word.startsWith('-') && !word.includes('='));
  return { name: names[at] ?? '', argument: words[at + 1] ?? '' };
}

const LANGUAGES: Readonly<Record<string, string>> = {
  awk: 'AWK',
  expect: 'Expect',
  fish: 'fish',
  lua: 'Lua',
  node: 'JavaScript',
  perl: 'Perl',
  php: 'PHP',
  pwsh: 'PowerShell',
  python: 'Python',
  ruby: 'Ruby',
  tclsh: 'Tcl',
  zsh: 'zsh',
};

/** The language of a file. One that names none is run by the shell, as execvp(3) and every shell do. */
export function scriptKind(text: string): ScriptKind {
  const interpreter = interpreterOf(text);
  if (interpreter === null) {
    return text.trimStart().startsWith('<') ? { kind: 'other', language: 'XML' } : { kind: 'shell', shell: 'bash' };
  }
  const { name, argument } = interpreter;
  if (name === 'quickemu') return { kind: 'quickemu', what: 'configuration' };
  if (name === 'busybox') return { kind: 'shell', shell: 'busybox' };
  const shell = SHELL_NAMES.find((known) => known === name);
  if (shell !== undefined) {
    return isFromQuickemu(text) ? { kind: 'quickemu', what: 'generated' } : { kind: 'shell', shell };
  }
  const plain = name.replace(/[\d.]+$/, '');
  return { kind: 'other', language: LANGUAGES[plain] ?? (name === '' ? argument : name) };
}

/** quickemu names the process after the VM and keeps its process id beside its disks. */
function isFromQuickemu(text: string): boolean {
  const [, name] = /-name[ \t]+([^ \t,]+),process=\1(?:,|[ \t\\])/.exec(text) ?? [];
  return name !== undefined && text.includes(`/${name}.pid`);
}

/** The file says of itself that a program wrote it, and may write it again. */
export function saysGenerated(text: string): boolean {
  const head = text.split('\n', 12).filter((line) => line.startsWith('#'));
  return head.some((line) => /\b(?:auto-?)?generated (?:by|from|with)\b|\bdo not edit\b/i.test(line));
}
