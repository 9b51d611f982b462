import type { Document } from '../lib/description.js';
import { type FormField, listForms } from './form-fields.js';
import { nameRequestTypes } from './request-types.js';
import { HEADER, toComment } from './source.js';

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

${types.join('\n\n')}
`;
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
