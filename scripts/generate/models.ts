import type { Document } from '../lib/description.js';
import { HEADER, toComment } from './source.js';

/** Renders `generated/models.ts`: a documented type for each schema of the description. */
export function renderModels(document: Document): string {
  const types = Object.entries(document.components.schemas).map(([name, { description }]) =>
    [
      ...(description ? [toComment(description)] : []),
      `export type ${name} = components['schemas']['${name}'];`,
    ].join('\n'),
  );
  return `${HEADER}
import type { components } from './schema.js';

${types.join('\n\n')}
`;
}
