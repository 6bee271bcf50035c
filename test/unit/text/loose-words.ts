import ts from 'typescript';
import type { SourceFile } from './source-files';
import { type Node, visitComponent } from './svelte-tree';

const LETTERS = /\p{L}/u;
const CHINESE = /\p{Script=Han}/u;
/** Two words beside each other, the first of which is no shell word or option: prose. */
const PROSE = /(?:^|[\s“"(])\p{L}[\p{L}’']+,? [\p{L}’']{2,}/u;
/** Command lines, and the program's own name. */
const SAME_IN_EVERY_LANGUAGE = /^(?:sudo |npx |Hugepages Guide$)/;
/** Attributes that a person reads or hears. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];
/** What is the same in every language: paths, commands, keys. */
const VERBATIM = ['code', 'kbd', 'pre', 'samp', 'script', 'style'];
/** Options of Electron's menus, dialogs, notifications and tray that a person reads. */
const SHOWN_PROPERTIES = [
  'label',
  'sublabel',
  'title',
  'message',
  'detail',
  'body',
  'buttonLabel',
  'tooltip',
  'toolTip',
];
const COMPARING = ['includes', 'startsWith', 'endsWith', 'indexOf'];

/** Words in a component's markup that do not come from the catalogue, each with what it was found in. */
export function looseWordsInComponent(text: string): readonly string[] {
  const found: string[] = [];
  visitComponent(text, (node, around) => {
    const words = typeof node['data'] === 'string' ? node['data'].trim() : '';
    if (node.type === 'Text' && LETTERS.test(words)) {
      const attribute = around.find(({ type }) => type === 'Attribute');
      const isRead = attribute ? SPOKEN.includes(nameOf(attribute)) : !isVerbatim(around);
      if (isRead) found.push(words);
    }
    if (node.type === 'Literal' && typeof node['value'] === 'string' && LETTERS.test(node['value'])) {
      if (isShownExpression(node, around)) found.push(node['value']);
    }
  });
  return found;
}

/** `{'Yes'}` or `{isOn ? 'Yes' : 'No'}` as text or as a spoken attribute; what goes through a call is translated. */
function isShownExpression(node: Node, around: readonly Node[]): boolean {
  const tagAt = around.findLastIndex(({ type }) => type === 'ExpressionTag');
  if (tagAt === -1) return false;
  const inTag = around.slice(tagAt + 1);
  const isWhole = inTag.every(({ type }) => ['ConditionalExpression', 'LogicalExpression'].includes(type));
  const isCondition = inTag.some((outer) => outer['test'] === node || outer['test'] === inTag.at(-1));
  const attribute = around.slice(0, tagAt).find(({ type }) => type === 'Attribute');
  const isRead = attribute ? SPOKEN.includes(nameOf(attribute)) : !isVerbatim(around);
  return isWhole && !isCondition && isRead;
}

function isVerbatim(around: readonly Node[]): boolean {
  return around.some((node) => VERBATIM.includes(nameOf(node)));
}

function nameOf(node: Node): string {
  return typeof node['name'] === 'string' ? node['name'] : '';
}

/**
 * Sentences in a TypeScript file that do not come from the catalogue. Not counted: what a bug says (`throw new Error`),
 * what another program's words are compared with, and types.
 */
export function looseWordsInTypeScript({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && isComparison(node)) return;
    if (ts.isStringLiteralLike(node)) {
      if (isProse(node.text) || (isShownProperty(node) && LETTERS.test(node.text))) found.push(node.text);
    }
    if (ts.isTemplateExpression(node)) {
      const words = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      found.push(...words.filter(isProse));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `stderr.includes('No authentication agent found')`: another program's words. */
function isComparison({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && COMPARING.includes(expression.name.text);
}

function isProse(words: string): boolean {
  return CHINESE.test(words) || (PROSE.test(words) && !SAME_IN_EVERY_LANGUAGE.test(words));
}

function isShownProperty({ parent }: ts.StringLiteralLike): boolean {
  return ts.isPropertyAssignment(parent) && SHOWN_PROPERTIES.includes(parent.name.getText());
}
