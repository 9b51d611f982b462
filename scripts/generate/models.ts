import type { Document } from '../lib/description.js';
import { comment, HEADER } from './source.js';

/** `generated/models.ts`: a documented type for each schema of the description. */
export function models(document: Document): string {
  const types = Object.entries(document.components.schemas).map(([name, { description }]) =>
    [
      ...(description ? [comment(description)] : []),
      `export type ${name} = components['schemas']['${name}'];`,
    ].join('\n'),
  );
  return `${HEADER}
import type { components } from './schema.js';

${types.join('\n\n')}
`;
}
