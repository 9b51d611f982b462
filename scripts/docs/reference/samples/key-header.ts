import { IDEMPOTENCY_HEADER } from '../../../../generated/operations.js';
import type { Operation } from '../../../lib/description.js';

/** Returns the header of the idempotency key of an operation; undefined where it takes none. */
export function keyHeaderOf({ parameters }: Operation): string | undefined {
  return parameters.find(({ name }) => name === IDEMPOTENCY_HEADER)?.name;
}
