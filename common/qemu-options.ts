/** The properties of one QEMU option, by name: `node,memdev=ram0` → type=node, memdev=ram0. */
export type QemuProperties = ReadonlyMap<string, string>;

/**
 * Takes an option value such as `guest=win10,debug-threads=on` apart, as QEMU's own parser does (util/qemu-option.c):
 * `,,` is a comma inside a value, a first word without `=` belongs to `impliedKey`, a later one is a switch (`on`, or
 * `off` behind `no`), and of a key given twice the last value holds. Unknown keys are kept.
 */
export function parseQemuProperties(text: string, impliedKey: string): QemuProperties {
  const properties = new Map<string, string>();
  const parts = text.match(/(?:[^,]|,,)+/g) ?? [];
  parts.forEach((part, index) => {
    const [, key, value] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (key !== undefined && value !== undefined) properties.set(key, value.replaceAll(',,', ','));
    else if (index === 0) properties.set(impliedKey, part.replaceAll(',,', ','));
    else if (part.startsWith('no')) properties.set(part.slice('no'.length), 'off');
    else properties.set(part, 'on');
  });
  return properties;
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
