import { message, type Message } from '../../../common/message';

export type Dropped =
  { readonly kind: 'file'; readonly file: File } | { readonly kind: 'unusable'; readonly why: Message };

function unusable(why: Message): Dropped {
  return { kind: 'unusable', why };
}

/** Whether something is dragged that could be a script: files, and not a piece of text. */
export function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** The one file that was dropped, or why it is none. */
export function droppedFile({ dataTransfer }: DragEvent): Dropped {
  const [file, second] = dataTransfer?.files ?? [];
  if (file === undefined) return unusable(message('script.drop.no-file'));
  if (second !== undefined) return unusable(message('script.drop.several'));
  const isFolder = dataTransfer?.items[0]?.webkitGetAsEntry()?.isDirectory ?? false;
  return isFolder ? unusable(message('script.drop.folder', { name: file.name })) : { kind: 'file', file };
}
