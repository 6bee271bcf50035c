import { parseCount } from './kernel-text';

/** A line of /etc/group (group(5)). */
export interface GroupLine {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** A line of /etc/passwd (passwd(5)), as far as it matters here. */
export interface AccountLine {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The first line for this group, which is the one the C library takes; null where there is none with a number. */
export function groupNamed(text: string, name: string): GroupLine | null {
  for (const line of linesStarting(text, `${name}:`)) {
    const [, , gidText, memberText] = line.split(':');
    const gid = parseCount(gidText ?? '');
    if (gid === null) continue;
    const members = (memberText ?? '').split(',').map((member) => member.trim());
    return { name, gid, members: members.filter((member) => member !== '') };
  }
  return null;
}

/** The first account with this user id; null for accounts kept elsewhere (LDAP, systemd-homed). */
export function accountOf(text: string, uid: number): AccountLine | null {
  for (const line of text.split('\n')) {
    const [name, , uidText, gidText] = line.split(':');
    if (name === undefined || name === '' || uidText === undefined || parseCount(uidText) !== uid) continue;
    const gid = parseCount(gidText ?? '');
    if (gid !== null) return { name, uid, gid };
  }
  return null;
}

function linesStarting(text: string, start: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith(start));
}
