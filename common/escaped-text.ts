/**
 * Undoes the octal escapes of /proc/self/mountinfo and /etc/fstab: `\040` space, `\011` tab, `\012` newline, `\134`
 * backslash (proc_pid_mountinfo(5), fstab(5)). Anything else stays as it is.
 */
export function unescapeOctal(field: string): string {
  if (!field.includes('\\')) return field;
  return field.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
