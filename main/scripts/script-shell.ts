import { decodeScript } from '../../common/script/script-encoding';
import { scriptKind, type ShellName } from '../../common/script/script-kind';

/** The shell that reads a script; bash for a file that is none, which it will then say. */
export function scriptShell(bytes: Uint8Array): ShellName {
  const kind = scriptKind(decodeScript(bytes).text);
  return kind.kind === 'shell' ? kind.shell : 'bash';
}
