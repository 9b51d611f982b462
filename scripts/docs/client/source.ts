import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A declaration that can be exported by name. */
export type Declaration = ts.DeclarationStatement | ts.VariableStatement;

const files = new Map<string, ts.SourceFile>();

/** Parses a source file, each file only once. */
export function parse(url: URL): ts.SourceFile {
  const name = fileURLToPath(url);
  const known = files.get(name);
  if (known) return known;
  const file = ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.ESNext, true);
  files.set(name, file);
  return file;
}

/** Lists the declarations of a file by name; an overloaded function has several. */
export function listDeclarations(file: ts.SourceFile): Map<string, Declaration[]> {
  const declarations = new Map<string, Declaration[]>();
  for (const statement of file.statements) {
    const name = readName(statement);
    if (name !== undefined) {
      declarations.set(name, [...(declarations.get(name) ?? []), statement as Declaration]);
    }
  }
  return declarations;
}

/** Resolves the specifier of an import or export, which names a compiled file, to its source or declarations. */
export function resolveModule(specifier: string, from: URL): URL {
  const source = new URL(specifier.replace(/\.js$/, '.ts'), from);
  return existsSync(source) ? source : new URL(specifier.replace(/\.js$/, '.d.ts'), from);
}

function readName(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText();
  const declares =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return declares ? statement.name?.text : undefined;
}
