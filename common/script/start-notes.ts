import { message } from '../message';
import { parseQemuProperties } from '../qemu-options';
import { type MemorySetup, pathOf } from './memory-setup';
import { isHugePath, type PatchTarget } from './patch-target';
import { hasDefault, patternOf } from './pieces';
import type { ScriptNote } from './reading';
import type { GuestMemory, StartOptions } from './start-options';

/** What to know about a start, beside what is done with it. */
export function startNotes(
  { options, strangers }: StartOptions,
  setup: MemorySetup,
  memory: GuestMemory,
  target: PatchTarget,
): readonly ScriptNote[] {
  const notes: ScriptNote[] = [];
  const hint = (text: ScriptNote['text']): void => void notes.push({ severity: 'hint', text });
  const warn = (text: ScriptNote['text']): void => void notes.push({ severity: 'warning', text });

  const hasDefaultPath = setup.memPaths.some(({ value }) => value !== null && hasDefault(value.pieces));
  if (strangers.includes('outside') || hasDefaultPath) hint(message('patch.note.outside-options'));
  const { KiB: guestKiB } = memory;
  const { pageKiB } = target;
  if (guestKiB !== null && guestKiB % pageKiB !== 0) {
    hint(message('patch.note.rounds', { guestKiB, pageKiB, roundedKiB: Math.ceil(guestKiB / pageKiB) * pageKiB }));
  }
  if (guestKiB !== null && !memory.isGiven && setup.wanted.length === 0)
    hint(message('patch.note.default-memory', { guestKiB }));
  const used = new Set(setup.wanted.map(({ id }) => id));
  for (const { name, value } of options) {
    const id =
      name === 'device' && value !== null
        ? parseQemuProperties(patternOf(value.pieces), 'driver').get('memdev')
        : undefined;
    if (id === undefined) continue;
    if (setup.objects.some((object) => object.id === id)) hint(message('patch.note.plugged', { id }));
    used.add(id);
  }
  for (const { id } of setup.objects) {
    if (id !== null && !used.has(id)) warn(message('patch.note.orphan', { id }));
  }
  if (setup.memPaths.length > 0 && setup.wanted.some(({ by }) => by === 'node')) {
    hint(message('patch.note.mem-path-ignored'));
  }
  for (const { value } of setup.memPaths) {
    const path = pathOf(value?.pieces);
    if (path !== null && isHugePath(target, path) && !target.hugePaths.includes(path)) {
      warn(message('patch.note.named-file', { path }));
    }
  }
  return notes;
}
