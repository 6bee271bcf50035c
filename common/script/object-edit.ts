import { message, type Message } from '../message';
import { pageSizeOption } from '../page-size';
import { isQemuOn } from '../qemu-options';
import { isJson, type MemoryObject, objectProperty, objectShares, withoutSlash } from './memory-setup';
import { isHugePath, type PatchTarget } from './patch-target';
import { GAP, type Span, writtenAt } from './pieces';
import type { PlannedEdit } from './planned-edit';

/** A property to be added, and why. */
interface Added {
  readonly key: string;
  /** For JSON a value that is not in quotes. */
  readonly value: string | number | true;
  readonly reason: Message;
}

/** Edits of one memory object, none where it is as it should be; null where it is of a kind that cannot be edited. */
export function objectEdits(
  object: MemoryObject,
  text: string,
  target: PatchTarget,
  needsSharing: boolean,
  preallocates: boolean,
): readonly PlannedEdit[] | null {
  const editor = new ObjectEditor(object, text);
  const id = object.id ?? '';
  const { path, pageKiB } = target;
  switch (object.type) {
    case 'memory-backend-ram':
      editor.become('memory-backend-file');
      editor.set('mem-path', path, message('patch.reason.object-file', { id, path }));
      break;
    case 'memory-backend-file': {
      const old = objectProperty(object, 'mem-path')?.value;
      if (old?.includes(GAP) === true) return null;
      if (old === undefined) editor.set('mem-path', path, message('patch.reason.object-file', { id, path }));
      else if (!isHugePath(target, withoutSlash(old))) {
        editor.set('mem-path', path, message('patch.reason.object-path', { id, old, path }));
      }
      break;
    }
    case 'memory-backend-memfd':
      if (isQemuOn(object.properties.get('hugetlb'))) break;
      editor.set('hugetlb', true, message('patch.reason.object-memfd', { id, pageKiB }));
      editor.setSize('hugetlbsize', pageKiB, pageSizeOption(pageKiB));
      break;
    default:
      return null;
  }
  if (needsSharing && !objectShares(object)) {
    editor.set('share', true, message('patch.reason.share', { id }));
  }
  if (target.preallocates && !preallocates && !isQemuOn(object.properties.get('prealloc'))) {
    editor.set('prealloc', true, message('patch.reason.prealloc'));
  }
  return editor.edits();
}

/** Gathers the changes of one object: values that it has are replaced, others come behind the first of those or the type. */
class ObjectEditor {
  private readonly replaced: (Span & { text: string; reasons: readonly Message[] })[] = [];
  private readonly added: Added[] = [];
  private newType: string | null = null;
  private isPossible = true;

  constructor(
    private readonly object: MemoryObject,
    private readonly text: string,
  ) {}

  become(type: string): void {
    this.newType = type;
  }

  set(key: string, value: string | true, reason: Message): void {
    const old = objectProperty(this.object, key);
    if (old === undefined) {
      this.added.push({ key, value, reason });
      return;
    }
    const { pieces, pattern } = this.object;
    // `hugetlb` or `nohugetlb` alone, without a value.
    const isSwitch = !isJson(pattern) && pattern.charAt(old.from - 1) !== '=';
    const plain = value === true ? (isJson(pattern) ? 'true' : 'on') : value;
    const span = writtenAt(pieces, old.from, old.to);
    if (span === null) this.isPossible = false;
    else this.replaced.push({ ...span, text: isSwitch ? `${key}=${plain}` : plain, reasons: [reason] });
  }

  /** A size that stands behind the property that was set last; one that is there already stays. */
  setSize(key: string, sizeKiB: number, compact: string): void {
    if (objectProperty(this.object, key) !== undefined) return;
    const last = this.replaced.at(-1);
    const [lastAdded] = this.added.slice(-1);
    if (lastAdded !== undefined) {
      this.added.push({ ...lastAdded, key, value: isJson(this.object.pattern) ? sizeKiB * 1_024 : compact });
    } else if (last !== undefined && !isJson(this.object.pattern)) {
      last.text += `,${key}=${compact}`;
    } else this.isPossible = false;
  }

  edits(): readonly PlannedEdit[] | null {
    const [first] = this.replaced;
    if (first !== undefined && this.newType === null && !isJson(this.object.pattern)) {
      first.text = [first.text, ...this.added.map(plainProperty)].join(',');
      first.reasons = distinctReasons([...first.reasons.map((reason) => ({ reason })), ...this.added]);
    } else if (this.newType !== null || this.added.length > 0) this.writeType();
    return this.isPossible ? this.replaced : null;
  }

  private writeType(): void {
    const { pieces, pattern, type } = this.object;
    const located = objectProperty(this.object, 'qom-type');
    const name = this.newType ?? type;
    const reasons = distinctReasons(this.added);
    if (located === undefined) {
      this.isPossible = false;
      return;
    }
    if (!isJson(pattern)) {
      const span = writtenAt(pieces, located.from, located.to);
      this.write(span, [name, ...this.added.map(plainProperty)].join(','), reasons);
      return;
    }
    // With the quote behind the type, as it is written there: `"` or `\"`.
    const span = writtenAt(pieces, located.from, located.to + 1);
    const quoteSpan = writtenAt(pieces, located.to, located.to + 1);
    const quote = quoteSpan === null ? '"' : this.text.slice(quoteSpan.start, quoteSpan.end);
    const properties = this.added.map(
      ({ key, value }) => `${quote}${key}${quote}:${typeof value === 'string' ? quote + value + quote : String(value)}`,
    );
    this.write(span, [`${name}${quote}`, ...properties].join(','), reasons);
  }

  private write(span: Span | null, text: string, reasons: readonly Message[]): void {
    if (span === null) this.isPossible = false;
    else this.replaced.push({ ...span, text, reasons });
  }
}

function plainProperty({ key, value }: Added): string {
  return `${key}=${value === true ? 'on' : String(value)}`;
}

function distinctReasons(of: readonly { readonly reason: Message }[]): readonly Message[] {
  return [...new Map(of.map(({ reason }) => [JSON.stringify(reason), reason])).values()];
}
