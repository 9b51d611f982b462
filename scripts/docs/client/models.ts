import ts from 'typescript';
import { declarationsOf, parse } from './source.js';

const schema = new URL('../../../generated/schema.d.ts', import.meta.url);

/** The TypeScript type of each model, as source code with its comments. */
export function modelSources(): Map<string, string> {
  const [components] = declarationsOf(parse(schema)).get('components') ?? [];
  const models =
    components && ts.isInterfaceDeclaration(components) ? literalOf(components, 'schemas') : undefined;
  if (!models)
    throw new Error('generated/schema.d.ts has no components.schemas any more: see scripts/docs/client.');
  return new Map(
    models.members.filter(ts.isPropertySignature).map((member) => [
      member.name.getText(),
      // The comment of the whole model stands above the code.
      tidy(member.type?.getText() ?? ''),
    ]),
  );
}

function literalOf(declaration: ts.InterfaceDeclaration, name: string): ts.TypeLiteralNode | undefined {
  const member = declaration.members.find((one) => one.name?.getText() === name);
  const type = member && ts.isPropertySignature(member) ? member.type : undefined;
  return type && ts.isTypeLiteralNode(type) ? type : undefined;
}

/** Models by their names, in two spaces, without what the generator adds to comments for other tools. */
function tidy(code: string): string {
  return code
    .replaceAll(/components\["schemas"\]\["(\w+)"\]/g, '$1')
    .replaceAll(/^ {8}/gm, '')
    .replaceAll(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2))
    .replaceAll(/^ *\* @(constant|enum)\b.*\n/gm, '')
    .replaceAll(/\/\*\* @(constant|enum)\b.*\n *(?=\S)/g, '')
    .replaceAll('@description ', '')
    .replaceAll(/^( *\*) {2,}/gm, '$1 ');
}
