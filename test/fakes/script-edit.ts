import { createHash } from 'node:crypto';
import type { ByteSplice, ScriptEdit } from '../../common/script/script-edit';

/** Where root keeps it. */
export const SCRIPT_PATH = '/opt/vm/start-win10.sh';

/** A start script with ordinary memory; as everywhere here, one character stands for one byte. */
export const START_SCRIPT = `#!/bin/bash
# Windows 10, f\xfcr die Buchhaltung
memory=4G
exec qemu-system-x86_64 -enable-kvm -cpu host -m "$memory" \\
  -object memory-backend-ram,id=mem,size="$memory" -machine q35,memory-backend=mem \\
  -drive file=win10.qcow2,if=virtio
`;

/** Puts the object on huge pages, and leaves out a word; with signs that a shell must not touch. */
export const SPLICES: readonly ByteSplice[] = [
  splice('ram,id=mem', `file,mem-path='/dev/hugepages',id=mem`),
  splice('size="$memory"', 'size="${memory}",share=on'),
  splice(',if=virtio', ''),
];

/** What takes the place of a part of a text. */
export function splice(old: string, text: string, within = START_SCRIPT): ByteSplice {
  return { offsetBytes: within.indexOf(old), removedBytes: old.length, text };
}

/** The text that the splices make. */
export function spliced(old: string, splices: readonly ByteSplice[]): string {
  return splices.reduceRight(
    (text, { offsetBytes, removedBytes, text: put }) =>
      text.slice(0, offsetBytes) + put + text.slice(offsetBytes + removedBytes),
    old,
  );
}

/** The edit of a script, as the patch engine hands it on. */
export function scriptEdit({ path = SCRIPT_PATH, old = START_SCRIPT, splices = SPLICES } = {}): ScriptEdit {
  return { path, oldSha256: sha256(old), newSha256: sha256(spliced(old, splices)), splices };
}

function sha256(bytes: string): string {
  return createHash('sha256').update(bytes, 'latin1').digest('hex');
}
