import ts from 'typescript';
import { listDeclarations, parse } from './source.js';

const schema = new URL('../../../generated/schema.d.ts', import.meta.url);

/** Reads the TypeScript type of each model, as source code with its comments. */
export function readModelSources(): Map<string, string> {
  const declarations = listDeclarations(parse(schema));
  const [components] = declarations.get('components') ?? [];
  const models =
    components && ts.isInterfaceDeclaration(components) ? findTypeLiteral(components, 'schemas') : undefined;
  if (!models)
    throw new Error(
      'generated/schema.d.ts does not declare components.schemas: adapt scripts/docs/client/models.ts.',
    );
  return new Map(
    models.members.filter(ts.isPropertySignature).map((member) => {
      const name = member.name.getText();
      const [declared] = declarations.get(name) ?? [];
      // Types without a name of their own are in `components`, and all others refer to their declaration there.
      const isDeclared = member.type?.getText() === name && declared && ts.isTypeAliasDeclaration(declared);
      const { type } = isDeclared ? declared : member;
      // The comment of the whole model is shown above the code.
      return [name, tidy(type?.getText() ?? '')];
    }),
  );
}

function findTypeLiteral(declaration: ts.InterfaceDeclaration, name: string): ts.TypeLiteralNode | undefined {
  const member = declaration.members.find((one) => one.name?.getText() === name);
  const type = member && ts.isPropertySignature(member) ? member.type : undefined;
  return type && ts.isTypeLiteralNode(type) ? type : undefined;
}

/** Names models directly, indents by two spaces, and removes the tags that the generator adds to comments. */
function tidy(code: string): string {
  return code
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
    .replaceAll(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2))
    .replaceAll(/^ *\* @(constant|enum)\b.*\n/gm, '')
    .replaceAll(/\/\*\* @(constant|enum)\b.*\n *(?=\S)/g, '')
    .replaceAll('@description ', '')
    .replaceAll(/^( *\*) {2,}/gm, '$1 ');
}
