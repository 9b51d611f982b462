import type { Document } from '../lib/description.js';
import { type FormField, listForms } from './form-fields.js';
import { listSignedBodies, nameRequestTypes, type SignedBody } from './request-types.js';
import { HEADER, toComment, toLiteral } from './source.js';

/** Renders `generated/models.ts`: a documented type for each schema of the description. */
export function renderModels(document: Document): string {
  const requestTypes = nameRequestTypes(document);
  const forms = listForms(document);
  const types = Object.entries(document.components.schemas).flatMap(([name, { description }]) => {
    const requestType = requestTypes.get(name);
    return [
      ...(requestType === undefined || requestType === name
        ? []
        : [renderModel(requestType, `{@link ${name}} in a request: optional fields can be undefined.`)]),
      renderModel(name, [description?.trim(), describeForm(forms.get(name))].filter(Boolean).join('\n\n')),
    ];
  });
  return `${HEADER}
import type { components } from './schema.js';

/** A signed body in which the fields of the signature are optional. */
type Unsigned<Body, Field extends keyof Body> = Omit<Body, Field> & {
  [Name in Field]?: Body[Name] | undefined;
};

${[...types, ...[...listSignedBodies(document).values()].map(renderUnsigned)].join('\n\n')}
`;
}

function renderUnsigned({ signed, unsigned, fields }: SignedBody): string {
  const names = fields.map((field) => toLiteral(field)).join(' | ');
  return `/** {@link ${signed}} for a client that signs: it fills in the fields of the signature. */
export type ${unsigned} = Unsigned<${signed}, ${names}>;`;
}

function renderModel(name: string, description: string): string {
  return `${description ? `${toComment(description)}\n` : ''}export type ${name} = components['schemas']['${name}'];`;
}

const LIST = new Intl.ListFormat('en-GB');

/** Says what tells a form of a response from the others. */
function describeForm(fields: readonly FormField[] = []): string | undefined {
  if (fields.length === 0) return undefined;
  const names = fields.map(({ name }) => `\`${name}\``);
  return `Always has ${LIST.format(names)}, unlike other forms of the response.`;
}
