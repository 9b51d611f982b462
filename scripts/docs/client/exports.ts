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
  return parse(entry).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const declared = listDeclarations(parse(resolveModule(specifier, entry)));
    const module = specifier.split('/').at(-1)?.replace('.js', '') ?? specifier;
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
}
