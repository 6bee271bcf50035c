import ts from 'typescript';
import type { SourceFile } from './source-files';
import { isNode, type Node, visitComponent } from './svelte-tree';

/** The catalogue keys that a source may ask for. */
export interface KeyUse {
  /** Every string literal: keys also stand in tables. */
  readonly literals: readonly string[];
  /** Template literals with their gaps cut out: `finding.${id}.ok` → ['finding.', '.ok']. */
  readonly templates: readonly (readonly string[])[];
  /** First arguments of `message` and `t`, where they are literals: these must exist. */
  readonly asked: readonly string[];
}

/** `message` makes one; `t` is the window's short form. */
const ASKING = ['message', 't'];

export function keyUseOf({ path, text }: SourceFile): KeyUse {
  return path.endsWith('.svelte') ? useInComponent(text) : useInTypeScript(path, text);
}

/** Whether a key fits a template: `finding.group.ok` fits ['finding.', '.ok']. One that begins with a gap fits none. */
export function fitsTemplate(key: string, chunks: readonly string[]): boolean {
  const [first = '', ...rest] = chunks;
  if (!/^[a-z-]+\./.test(first)) return false;
  const escape = (chunk: string) => chunk.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escape(first)}${rest.map((chunk) => `[^.]+${escape(chunk)}`).join('')}$`).test(key);
}

function useInTypeScript(path: string, text: string): KeyUse {
  const use = { literals: new Array<string>(), templates: new Array<string[]>(), asked: new Array<string>() };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) use.literals.push(node.text);
    if (ts.isTemplateExpression(node)) {
      use.templates.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ASKING.includes(node.expression.text)) {
      const [key] = node.arguments;
      if (key && ts.isStringLiteralLike(key)) use.asked.push(key.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  return use;
}

function useInComponent(text: string): KeyUse {
  const use = { literals: new Array<string>(), templates: new Array<string[]>(), asked: new Array<string>() };
  visitComponent(text, (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') use.literals.push(node['value']);
    if (node.type === 'Text' && typeof node['data'] === 'string') use.literals.push(node['data']);
    if (node.type === 'TemplateLiteral') use.templates.push(chunksOf(node));
    if (node.type === 'CallExpression' && isAsking(node['callee'])) {
      const key: unknown = Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
      if (isNode(key) && typeof key['value'] === 'string') use.asked.push(key['value']);
    }
  });
  return use;
}

function isAsking(callee: unknown): boolean {
  return isNode(callee) && typeof callee['name'] === 'string' && ASKING.includes(callee['name']);
}

function chunksOf(template: Node): string[] {
  const quasis: readonly unknown[] = Array.isArray(template['quasis']) ? template['quasis'] : [];
  return quasis.map((quasi) => {
    const value = isNode(quasi) ? quasi['value'] : undefined;
    return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
  });
}
