import { isLddPayError, type LddPayError } from '../../errors.js';
import type { CallOptions } from '../../options.js';
import { listError } from '../../results/read-payments.js';
import type { JournalContext } from '../context.js';
import type { StoredIntent } from '../records/intent.js';
import { findEffect } from './find-effect.js';
import type { Finding } from './finding.js';

/**
 * Looks for the effect of an intent.
 *
 * @param isShared Whether equal effects are shared by count, for which the store is listed.
 * @returns What the look shows, or the error of a look that failed and can show more later.
 */
export async function look(
  context: JournalContext,
  stored: StoredIntent,
  { signal, deadline }: CallOptions,
  isShared = false,
): Promise<Finding | LddPayError> {
  try {
    return await findEffect(context, stored, { signal, deadline }, isShared);
  } catch (cause) {
    const error = isLddPayError(cause)
      ? cause
      : listError('The API returned something else than payments or actions.', true);
    return error.kind === 'decode' && !error.transient ? { state: 'unclear', error } : error;
  }
}
