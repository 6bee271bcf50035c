import {
  isQemuOn,
  locateProperties,
  type LocatedProperty,
  parseQemuObject,
  parseQemuProperties,
} from '../qemu-options';
import { GAP, patternOf, patternsOf, textOf, type Value } from './pieces';
import type { StartOption, StartOptions } from './start-options';

/** An `-object` that is memory. */
export interface MemoryObject {
  readonly id: string | null;
  /** `memory-backend-ram`, …`-file`, …`-memfd`. */
  readonly type: string;
  readonly option: StartOption;
  readonly pieces: Value;
  /** With a GAP for what is not known. */
  readonly pattern: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** How a start says where guest memory comes from (qemu(1), -mem-path, -machine memory-backend=, -numa memdev=). */
export interface MemorySetup {
  /** Ids that the machine or its nodes take memory from, and whether that is so on every way through the script. */
  readonly wanted: readonly { readonly id: string; readonly by: 'machine' | 'node'; readonly isCertain: boolean }[];
  readonly objects: readonly MemoryObject[];
  readonly memPaths: readonly StartOption[];
  readonly preallocates: boolean;
  /** A device that another process shares guest memory with: vhost-user, virtiofs. */
  readonly sharesMemory: boolean;
  readonly readsConfig: boolean;
}

export function readMemorySetup({ options }: StartOptions): MemorySetup {
  const valuesOf = (...names: readonly string[]): readonly { option: StartOption; pattern: string; pieces: Value }[] =>
    options.flatMap((option) => {
      if (!names.includes(option.name) || option.value === null) return [];
      const { pieces } = option.value;
      return [{ option, pieces, pattern: patternOf(pieces) }];
    });
  const wanted = (names: readonly string[], key: string, by: 'machine' | 'node'): MemorySetup['wanted'] =>
    valuesOf(...names).flatMap(({ option, pieces }) => {
      const ids = patternsOf(pieces).map((text) => parseQemuProperties(text, 'type').get(key));
      const isCertain = option.isCertain && new Set(ids).size === 1;
      return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : [{ id, by, isCertain }]));
    });
  return {
    wanted: [...wanted(['machine', 'M'], 'memory-backend', 'machine'), ...wanted(['numa'], 'memdev', 'node')],
    objects: valuesOf('object').flatMap(({ option, pattern, pieces }) => {
      const properties = parseQemuObject(pattern.replaceAll(GAP, '?'));
      const type = properties.get('qom-type') ?? '';
      const id = properties.get('id') ?? null;
      if (!type.startsWith('memory-backend-')) return [];
      return [{ id: id?.includes('?') === true ? null : id, type, option, pieces, pattern, properties }];
    }),
    memPaths: options.filter(({ name, value }) => name === 'mem-path' && value !== null),
    preallocates: options.some(({ name, isCertain }) => name === 'mem-prealloc' && isCertain),
    sharesMemory: [...valuesOf('device', 'netdev')].some(({ pattern }) => pattern.startsWith('vhost-user')),
    readsConfig: options.some(({ name }) => name === 'readconfig'),
  };
}

/** The property of a memory object and where its value stands in the pattern; undefined where it has none. */
export function objectProperty({ pattern }: MemoryObject, key: string): LocatedProperty | undefined {
  if (!isJson(pattern)) return locateProperties(pattern, 'qom-type').findLast((property) => property.key === key);
  const match = new RegExp(String.raw`"${key}"\s*:\s*(?:"([^"]*)"|([\w.]+))`).exec(pattern);
  const value = match?.[1] ?? match?.[2];
  if (match === null || value === undefined) return undefined;
  const to = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
  return { key, value, from: to - value.length, to };
}

/** libvirt and careful people write an object as JSON. */
export function isJson(pattern: string): boolean {
  return pattern.startsWith('{');
}

export function objectShares(object: MemoryObject): boolean {
  const share = object.properties.get('share');
  return share === undefined ? object.type === 'memory-backend-memfd' : isQemuOn(share);
}

/** Every path that holds the option's value, without a slash at its end; null where it is not known. */
export function pathOf(value: Value | undefined): string | null {
  const text = value === undefined ? null : textOf(value);
  return text === null ? null : withoutSlash(text);
}

export function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
