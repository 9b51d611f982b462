import type { Document } from '../lib/description.js';
import { nameRequestTypes } from './request-types.js';
import { HEADER, toComment } from './source.js';

/** Renders `generated/models.ts`: a documented type for each schema of the description. */
export function renderModels(document: Document): string {
  const requestTypes = nameRequestTypes(document);
  const types = Object.entries(document.components.schemas).flatMap(([name, { description }]) => {
    const requestType = requestTypes.get(name);
    return [
      ...(requestType === undefined || requestType === name
        ? []
        : [renderModel(requestType, `{@link ${name}} in a request: optional fields can be undefined.`)]),
      renderModel(name, description),
    ];
  });
  return `${HEADER}
import type { components } from './schema.js';

${types.join('\n\n')}
`;
}

function renderModel(name: string, description: string | undefined): string {
  return `${description ? `${toComment(description)}\n` : ''}export type ${name} = components['schemas']['${name}'];`;
}
