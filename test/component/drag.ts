/*
 * jsdom has no drag and drop: what a desktop's drag carries is put onto plain events here.
 */

export const SCRIPT_FILE = new File(['#!/bin/sh\n'], 'win10.sh');
export const FOLDER = new File([], 'vm');

/** A drag with these files, as Chromium makes it. */
export function dragOf(type: string, files: readonly File[], types: readonly string[] = ['Files']): DragEvent {
  const items = files.map((file) => ({ webkitGetAsEntry: () => ({ isDirectory: file === FOLDER }) }));
  const event = new Event(type, { bubbles: true, cancelable: true });
  return Object.assign(event, { dataTransfer: { files, items, types }, relatedTarget: null }) as unknown as DragEvent;
}
