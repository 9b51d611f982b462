import ts from 'typescript';
import { type Declaration, declarationsOf, parse, resolveModule } from './source.js';

/** Something that a package exports. */
export interface Exported {
  readonly name: string;
  /** The file that declares it, without its ending. */
  readonly module: string;
  /** Only its type is exported, so that nobody can construct it. */
  readonly typeOnly: boolean;
  readonly declarations: readonly Declaration[];
}

/**
 * What the entry of a package exports, in the order of its exports.
 * Throws an Error for an export whose declaration is not where the entry says.
 */
export function readExports(entry: URL): Exported[] {
  return parse(entry).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    const declared = declarationsOf(parse(resolveModule(specifier, entry)));
    const module = specifier.split('/').at(-1)?.replace('.js', '') ?? specifier;
    const exported = (name: string, typeOnly: boolean): Exported => {
      const declarations = declared.get(name);
      if (!declarations)
        throw new Error(`${entry.pathname} exports ${name}, which ${specifier} does not have.`);
      return { name, module, typeOnly, declarations };
    };
    const { exportClause: clause, isTypeOnly } = statement;
    if (!clause) return [...declared.keys()].map((name) => exported(name, isTypeOnly));
    if (!ts.isNamedExports(clause)) return [];
    return clause.elements.map((element) => exported(element.name.text, isTypeOnly || element.isTypeOnly));
  });
}
