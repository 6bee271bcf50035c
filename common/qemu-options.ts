/** The properties of one QEMU option, by name: `node,memdev=ram0` → type=node, memdev=ram0. */
export type QemuProperties = ReadonlyMap<string, string>;

/** One property of an option's value, and where in the text its value stands. */
export interface LocatedProperty {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes an option value such as `guest=win10,debug-threads=on` apart, as QEMU's own parser does (util/qemu-option.c):
 * `,,` is a comma inside a value, a first word without `=` belongs to `impliedKey`, a later one is a switch (`on`, or
 * `off` behind `no`). Unknown keys are kept.
 */
export function locateProperties(text: string, impliedKey: string): readonly LocatedProperty[] {
  return Array.from(text.matchAll(/(?:[^,]|,,)+/g), ({ 0: part, index }) => {
    const [, key, value] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    const to = index + part.length;
    if (key !== undefined && value !== undefined) {
      return { key, value: value.replaceAll(',,', ','), from: to - value.length, to };
    }
    if (index === 0) return { key: impliedKey, value: part.replaceAll(',,', ','), from: index, to };
    const isOff = part.startsWith('no');
    return { key: isOff ? part.slice('no'.length) : part, value: isOff ? 'off' : 'on', from: index, to };
  });
}

/** The same by name; of a key given twice the last value holds. */
export function parseQemuProperties(text: string, impliedKey: string): QemuProperties {
  return new Map(locateProperties(text, impliedKey).map(({ key, value }) => [key, value]));
}

/**
 * The properties of an `-object` value, which may also be JSON, as libvirt writes it:
 * `{"qom-type":"memory-backend-file","id":"ram0","size":1073741824,"share":true}`. JSON that cannot be read gives none.
 */
export function parseQemuObject(text: string): QemuProperties {
  if (!text.startsWith('{')) return parseQemuProperties(text, 'qom-type');
  return new Map(
    jsonEntries(text).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'boolean') return [[key, value ? 'on' : 'off']];
      return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [];
    }),
  );
}

function jsonEntries(text: string): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

/** How QEMU writes "yes": `on`, `yes`, `true` or `y`, in small letters only (qapi/qapi-util.c). */
export function isQemuOn(value: string | undefined): boolean {
  return value !== undefined && ['on', 'yes', 'true', 'y'].includes(value);
}
