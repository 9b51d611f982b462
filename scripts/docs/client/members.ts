import ts from 'typescript';
import { type Docstring, readDocstring } from './docstring.js';
import type { Exported } from './exports.js';
import { listDeclarations, parse, resolveModule } from './source.js';

/** A property or method of a class or interface. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** The parameters and the type of a method, or the type of a property. */
  readonly signature: string;
  readonly doc: Docstring;
}

const HIDDEN = [
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  // An overriding member is that of a promise or an error, which is documented elsewhere.
  ts.SyntaxKind.OverrideKeyword,
];

/** Lists the public members of a class or interface, including those of an interface that it extends. */
export function listMembers({ declarations, typeOnly }: Exported): Member[] {
  return declarations.flatMap((declaration) => {
    if (ts.isInterfaceDeclaration(declaration)) {
      return refine(inheritedMembers(declaration), declaration.members.flatMap(readMember));
    }
    if (!ts.isClassDeclaration(declaration)) return [];
    return declaration.members
      .filter((member) => !typeOnly || !has(member, ts.SyntaxKind.StaticKeyword))
      .flatMap(readMember);
  });
}

/** Gives inherited members the signature of the own ones that refine it, and appends all others. */
function refine(inherited: readonly Member[], own: readonly Member[]): Member[] {
  const names = inherited.map(({ name }) => name);
  return [
    ...inherited.map((member) => {
      const refined = own.find(({ name }) => name === member.name);
      return refined ? { ...member, signature: refined.signature } : member;
    }),
    ...own.filter(({ name }) => !names.includes(name)),
  ];
}

function readMember(member: ts.ClassElement | ts.TypeElement): Member[] {
  const { name } = member;
  if (!name || !ts.isIdentifier(name) || HIDDEN.some((kind) => has(member, kind))) return [];
  return [
    {
      name: name.text,
      optional: 'questionToken' in member && member.questionToken !== undefined,
      signature: readSignature(member),
      doc: readDocstring(member),
    },
  ];
}

/** Reads the parameters and the type of a method, or the type of a property, from the source. */
function readSignature(member: ts.ClassElement | ts.TypeElement): string {
  const text = member.getText();
  const start = (member.name?.getEnd() ?? 0) - member.getStart();
  const body = 'body' in member ? (member.body as ts.Node | undefined) : undefined;
  const signature = text
    .slice(start, body ? body.getStart() - member.getStart() : undefined)
    .replace(/;$/, '')
    .trim();
  if (ts.isGetAccessor(member)) return signature.replace(/^\(\):\s*/, '');
  // The `?` after the name already says that the property can be undefined.
  return signature.replace(/^\?:(.*) \| undefined$/s, '$1').replace(/^\??:?\s*/, '');
}

/** Lists the members of an inherited interface that another module declares and the package does not export. */
function inheritedMembers(declaration: ts.InterfaceDeclaration): Member[] {
  const file = declaration.getSourceFile();
  const parents = (declaration.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression }) => expression.getText()),
  );
  return file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const bindings = statement.importClause?.namedBindings;
    const names =
      bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
    const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
    if (!specifier.startsWith('.') || !names.some((name) => parents.includes(name))) return [];
    const declared = listDeclarations(parse(resolveModule(specifier, new URL(`file://${file.fileName}`))));
    return names
      .filter((name) => parents.includes(name))
      .flatMap((name) => declared.get(name) ?? [])
      .filter(ts.isInterfaceDeclaration)
      .flatMap((parent) => parent.members.flatMap(readMember));
  });
}

function has(member: ts.ClassElement | ts.TypeElement, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) : undefined;
  return (modifiers ?? []).some((modifier) => modifier.kind === kind);
}
