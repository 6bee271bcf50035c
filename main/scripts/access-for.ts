import { isUsableScriptEdit } from '../../common/root-step-script';
import type { ScriptAccess } from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { ScriptFile } from './read-script-file';
import { scriptAccess } from './script-access';

/** Who may carry out this edit of the script: a plan can do so only where root text can hold it, path and all. */
export function accessFor(file: ScriptFile, edit: ScriptEdit | null): ScriptAccess {
  const access = scriptAccess(file);
  if (access.kind !== 'by-plan' || edit === null || isUsableScriptEdit(edit)) return access;
  return { kind: 'none', fault: { id: 'cannot-write', detail: file.path } };
}
