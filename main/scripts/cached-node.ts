import type { Node } from 'web-tree-sitter';
import type { ShellNode } from '../../common/script/shell-node';

/** A node of tree-sitter that asks the WebAssembly for each thing only once: asking is most of what reading costs. */
export class CachedNode implements ShellNode {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  #children: readonly CachedNode[] | null = null;
  #named: readonly CachedNode[] | null = null;
  readonly #fields = new Map<string, CachedNode | null>();
  readonly #node: Node;

  constructor(node: Node) {
    this.#node = node;
    this.type = node.type;
    this.startIndex = node.startIndex;
    this.endIndex = node.endIndex;
    this.isNamed = node.isNamed;
  }

  get hasError(): boolean {
    return this.#node.hasError;
  }

  get isError(): boolean {
    return this.#node.isError;
  }

  get isMissing(): boolean {
    return this.#node.isMissing;
  }

  get children(): readonly CachedNode[] {
    this.#children ??= this.#node.children.map((child) => new CachedNode(child));
    return this.#children;
  }

  get namedChildren(): readonly CachedNode[] {
    this.#named ??= this.children.filter(({ isNamed }) => isNamed);
    return this.#named;
  }

  childForFieldName(name: string): CachedNode | null {
    const known = this.#fields.get(name);
    if (known !== undefined) return known;
    const found = this.#node.childForFieldName(name);
    const isFound = (child: CachedNode): boolean =>
      child.startIndex === found?.startIndex && child.endIndex === found.endIndex && child.isNamed === found.isNamed;
    const child = this.children.find(isFound) ?? null;
    this.#fields.set(name, child);
    return child;
  }
}
