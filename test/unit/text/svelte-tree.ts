import { parse } from 'svelte/compiler';

/** A node of the tree that Svelte's compiler makes of a component: markup and script alike. */
export interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/** Calls `visit` for every node of a component, with the nodes around it, the innermost last. */
export function visitComponent(text: string, visit: (node: Node, around: readonly Node[]) => void): void {
  walk(parse(text, { modern: true }), [], visit);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function walk(value: unknown, around: readonly Node[], visit: (node: Node, around: readonly Node[]) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, around, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) visit(value, around);
  const inside = isNode(value) ? [...around, value] : around;
  for (const [property, child] of Object.entries(value)) {
    // What the compiler keeps beside the tree: positions, comments, and the style's own tree.
    if (!['css', 'metadata', 'loc', 'comments', 'leadingComments', 'trailingComments'].includes(property)) {
      walk(child, inside, visit);
    }
  }
}
