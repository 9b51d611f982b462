import type { Operation } from '../../lib/description.js';
import { keyHeaderOf } from './samples/key-header.js';

type Applies = (operation: Operation) => boolean;

const isWrite: Applies = (operation) => keyHeaderOf(operation) !== undefined;

/** The guides about what an operation is or does, by the names of their files. */
const GUIDES: readonly (readonly [name: string, applies: Applies])[] = [
  ['tokens', (operation) => operation['x-token-endpoint'] === true],
  ['signing', (operation) => operation['x-signature'] !== undefined],
  ['pagination', (operation) => operation['x-pagination'] !== undefined],
  ['idempotency', isWrite],
  ['after-a-crash', isWrite],
  ['errors', () => true],
];

/** Lists the guides that concern an operation. */
export function listOperationGuides(operation: Operation): string[] {
  return GUIDES.filter(([, applies]) => applies(operation)).map(([name]) => name);
}
