import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');
const rooms = [
  'services/contract',
  'services/hub',
  'services/store',
  'services/vision',
  'services/voice',
  'models',
];

/**
 * Every sentence that the hub and its processes may tell the owner, as they stand in the source, with `{0}`, `{1}` … for
 * what is filled in: all texts that begin with a capital letter and end with a full stop, or belong to a trouble, except
 * what goes to the log. By sentence, where it stands.
 */
export function hubSentences(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const room of rooms)
    for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      const path = `${room}/${file}`;
      if (!path.endsWith('.ts')) continue;
      const source = ts.createSourceFile(
        path,
        readFileSync(join(root, path), 'utf8'),
        ts.ScriptTarget.Latest,
        true,
      );
      const look = (node: ts.Node): void => {
        if (isSilent(node)) return;
        const text = textOf(node);
        if (
          text !== undefined &&
          (isSentence(text) || (belongsToTrouble(node) && text.includes(' '))) &&
          /[a-z]{2}/.test(text)
        )
          found.set(text, path);
        ts.forEachChild(node, look);
      };
      look(source);
    }
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }, gap) => `{${gap}}${literal.text}`).join('');
}

const isSentence = (text: string) => /^\p{Lu}.* .*[.!?]$/u.test(text);

/** What the log says, what a programmer reads, and what is a type. */
function isSilent(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'inLog';
  if (ts.isNewExpression(node)) return /^(Type|Range)?Error$/.test(node.expression.getText());
  return ts.isCallExpression(node) && /(^|\.|#)log\??\.\w+$/.test(node.expression.getText());
}

/** Directly the value of `what`, `why` or `advice`, perhaps one of two. */
function belongsToTrouble(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent))
    return belongsToTrouble(parent);
  return ts.isPropertyAssignment(parent) && /^(what|why|advice)$/.test(parent.name.getText());
}
