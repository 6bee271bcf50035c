import { message, type Message } from './message';
import { sysfsPageFolder } from './page-size';
import type { Step, StepOf } from './plan';
import { shellWord } from './shell-quote';

/** What a step does, in one line. */
export function stepTitle(step: Step): Message {
  switch (step.kind) {
    case 'group':
      return step.how === 'create'
        ? message('step.group.title', { group: step.group })
        : message('step.group.title-copy', { group: step.group });
    case 'membership':
      return step.state === 'left-out'
        ? message('step.membership.title-root', { user: step.user })
        : message('step.membership.title', { user: step.user, group: step.group });
    case 'mount':
      return step.how === 'mount'
        ? message('step.mount.title', { path: step.path })
        : message('step.mount.title-adjust', { path: step.path, group: step.group });
    case 'pool': {
      const toKiB = step.toPages * step.pageKiB;
      if (step.toPages === step.fromPages) return message('step.pool.title-same', { to: step.toPages, toKiB });
      const values = { from: step.fromPages, to: step.toPages, toKiB };
      return step.toPages > step.fromPages
        ? message('step.pool.title-grow', values)
        : message('step.pool.title-shrink', values);
    }
    case 'sysctl':
      return step.state === 'left-out'
        ? message('step.sysctl.title-left-out')
        : message('step.sysctl.title', { pages: step.pages, file: step.file });
    case 'fstab':
      return step.state === 'left-out'
        ? message('step.fstab.title-left-out', { file: step.file })
        : message('step.fstab.title', { file: step.file });
    case 'reload':
      return step.state === 'left-out' ? message('step.reload.title-left-out') : message('step.reload.title');
    case 'script':
      return message('step.script.title', { path: step.edit.path });
  }
}

/** Why a step is there. */
export function stepReason(step: Step): Message {
  if (step.kind === 'mount' && step.how === 'adjust') return message('step.mount.reason-adjust');
  return message(`step.${step.kind}.reason`);
}

/** What undoing a step puts back. */
export function stepUndo(step: Step): Message {
  if (step.kind === 'pool') return message('step.pool.undo', { from: step.fromPages });
  return message(`step.${step.kind}.undo`);
}

/** The how-to's file, which speaks of the default page size only; another size has its own. */
function poolFile({ isDefaultPageSize, pageKiB }: StepOf<'pool'>): string {
  if (isDefaultPageSize) return '/proc/sys/vm/nr_hugepages';
  return `/sys/kernel/mm/hugepages/${sysfsPageFolder(pageKiB)}/nr_hugepages`;
}

/** The how-to's line: ours without the options that it does not have. */
function howToFstabLine(line: string): string {
  const options = ['nosuid', 'nodev', 'nofail', 'X-mount.mkdir'];
  return options.reduce((rest, option) => rest.replace(`,${option}`, ''), line);
}

/** The commands of the classic how-to that a step stands for; null where the how-to has none. */
export function stepReplaces(step: Step): string | null {
  switch (step.kind) {
    case 'group':
      return `getent group ${step.group} || sudo groupadd ${step.group}`;
    case 'membership':
      return `sudo usermod -aG ${step.group} ${step.user}`;
    case 'mount':
      return step.how === 'mount'
        ? `sudo mkdir ${step.path} && sudo mount ${step.path}`
        : `sudo chgrp ${step.group} ${step.path} && sudo chmod g+rwx ${step.path}`;
    case 'pool':
      return `echo ${String(step.toPages)} | sudo tee ${poolFile(step)}`;
    case 'sysctl':
      return `echo "vm.nr_hugepages = ${String(step.pages)}" | sudo tee ${step.file}`;
    case 'fstab':
      return `echo "${howToFstabLine(step.line)}" | sudo tee -a ${step.file}`;
    case 'reload':
      return null;
    case 'script':
      return `sudoedit ${shellWord(step.edit.path)}`;
  }
}
