import ts from 'typescript';
import { SOURCE_MUTATORS } from './mutators.js';
import type { SourceMutant } from './source-mutant.js';

/** How much of a replaced text a name shows. */
const EXCERPT = 60;

/**
 * Lists the mutants of a module. A name consists of what surrounds the place and of the change, not of its line, so
 * that an edit elsewhere in the module does not rename it.
 */
export function listSourceMutants(file: string, text: string): SourceMutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceMutant[] = [];
  const counts = new Map<string, number>();
  visit(source, []);
  return found;

  function visit(node: ts.Node, path: readonly string[]): void {
    // Types, and what only they need, do not run.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node)) return;
    const name = nameOf(node);
    const inner = name === undefined ? path : [...path, name];
    for (const [mutator, mutate] of node.parent ? Object.entries(SOURCE_MUTATORS) : []) {
      for (const replacement of mutate(node)) {
        const [start, end] = [node.getStart(), node.end];
        const place = `${file} ${inner.join('.') || 'module'}`;
        const label = `${place}: ${mutator} ${excerpt(text.slice(start, end))} → ${excerpt(replacement)}`;
        const count = (counts.get(label) ?? 0) + 1;
        counts.set(label, count);
        found.push({
          name: count === 1 ? label : `${label} (${count})`,
          mutator,
          file,
          start,
          end,
          replacement,
        });
      }
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  }
}

/** The name of a declaration; undefined for what has none. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isAccessor(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isVariableDeclaration(node);
  return isNamed ? node.name?.getText() : undefined;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
