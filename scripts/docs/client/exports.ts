import ts from 'typescript';
import { type Declaration, listDeclarations, parse, resolveModule } from './source.js';

/** An export of a package. */
export interface Exported {
  readonly name: string;
  /** The name of the file that declares it, without its extension. */
  readonly module: string;
  /** Only its type is exported, so users cannot construct it. */
  readonly typeOnly: boolean;
  readonly declarations: readonly Declaration[];
}

/**
 * Lists the exports of an entry module, in its order.
 *
 * @throws Error when a module does not declare what the entry exports from it.
 */
export function readExports(entry: URL): Exported[] {
  const file = parse(entry);
  const own = moduleName(entry.pathname.replace(/\.ts$/, ''));
  const reexported = file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const declared = listWithReexports(resolveModule(specifier, entry));
    const module = moduleName(specifier.replace(/\.js$/, ''));
    const exported = (name: string, typeOnly: boolean): Exported => {
      const declarations = declared.get(name);
      if (!declarations)
        throw new Error(`${entry.pathname} exports ${name}, which ${specifier} does not declare.`);
      return { name, module, typeOnly, declarations };
    };
    const { exportClause: clause, isTypeOnly } = statement;
    if (!clause) return [...declared.keys()].map((name) => exported(name, isTypeOnly));
    if (!ts.isNamedExports(clause)) return [];
    return clause.elements.map((element) => exported(element.name.text, isTypeOnly || element.isTypeOnly));
  });
  const declared = [...listDeclarations(file)].filter(([, [first]]) => first && isExported(first));
  return [
    ...reexported,
    ...declared.map(([name, declarations]) => ({ name, module: own, typeOnly: false, declarations })),
  ];
}

/** Lists the declarations of a module, and those that it exports by name from others. */
function listWithReexports(module: URL): Map<string, readonly Declaration[]> {
  const file = parse(module);
  const declared = new Map<string, readonly Declaration[]>(listDeclarations(file));
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const { exportClause: clause } = statement;
    if (!clause || !ts.isNamedExports(clause)) continue;
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const others = listDeclarations(parse(resolveModule(specifier, module)));
    for (const { name } of clause.elements) {
      const declarations = others.get(name.text);
      if (declarations) declared.set(name.text, declarations);
    }
  }
  return declared;
}

function moduleName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function isExported(declaration: Declaration): boolean {
  const modifiers = ts.canHaveModifiers(declaration) ? ts.getModifiers(declaration) : undefined;
  return (modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
