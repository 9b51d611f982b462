import { createRequire } from 'node:module';
// The rest of Prism would load the locales of a generator of examples, which takes longer than all else.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';

const description: object = createRequire(import.meta.url)('lddpay/openapi.json');

let operations: ReturnType<typeof getHttpOperationsFromSpec> | undefined;

/**
 * Reads the operations of the bundled description as Prism does. It keeps a compiled validator with each schema, so
 * all that use Prism share them.
 */
export function readPrismOperations(): ReturnType<typeof getHttpOperationsFromSpec> {
  // Prism resolves the references of the object in place.
  operations ??= getHttpOperationsFromSpec(structuredClone(description));
  return operations;
}
