import type { Document } from '../lib/description.js';
import { type FormField, listForms } from './form-fields.js';
import { listSignedBodies, nameRequestTypes, type SignedBody } from './request-types.js';
import { HEADER, toLiteral } from './source.js';

/**
 * Renders `generated/models.ts`: the types of all schemas, which the package exports. They are exported as they are
 * declared, because a program that emits declarations can name a type only by the declaration itself.
 */
export function renderModels(document: Document): string {
  const bodies = [...listSignedBodies(document).values()];
  const imported = bodies.map(({ signed }) => signed);
  return `${HEADER}
import type { ${imported.join(', ')} } from './schema.js';

export type {
${[...describeModels(document).keys()].map((name) => `  ${name},`).join('\n')}
} from './schema.js';

/** A signed body in which the fields of the signature are optional. */
type Unsigned<Body, Field extends keyof Body> = Omit<Body, Field> & {
  [Name in Field]?: Body[Name] | undefined;
};

${bodies.map(renderUnsigned).join('\n\n')}
`;
}

/** Describes the type of each schema by its name, and the type for requests where a schema has one of its own. */
export function describeModels(document: Document): Map<string, string> {
  const requestTypes = nameRequestTypes(document);
  const forms = listForms(document);
  const models = new Map<string, string>();
  for (const [name, { description }] of Object.entries(document.components.schemas)) {
    const requestType = requestTypes.get(name) ?? name;
    if (requestType !== name)
      models.set(requestType, `{@link ${name}} in a request: optional fields can be undefined.`);
    models.set(name, [description?.trim(), describeForm(forms.get(name))].filter(Boolean).join('\n\n'));
  }
  return models;
}

function renderUnsigned({ signed, unsigned, fields }: SignedBody): string {
  const names = fields.map((field) => toLiteral(field)).join(' | ');
  return `/** {@link ${signed}} for a client that signs: it fills in the fields of the signature. */
export type ${unsigned} = Unsigned<${signed}, ${names}>;`;
}

const LIST = new Intl.ListFormat('en-GB');

/** Says what tells a form of a response from the others. */
function describeForm(fields: readonly FormField[] = []): string | undefined {
  if (fields.length === 0) return undefined;
  const names = fields.map(({ name }) => `\`${name}\``);
  return `Always has ${LIST.format(names)}, unlike other forms of the response.`;
}
