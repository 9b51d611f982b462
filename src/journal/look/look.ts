import { isLddPayError, LddPayError } from '../../errors.js';
import type { CallOptions } from '../../options.js';
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
  } catch (error) {
    if (!isLddPayError(error)) {
      return new LddPayError('The API returned something else than payments or actions.', {
        kind: 'decode',
        outcome: 'unknown',
        transient: true,
      });
    }
    return error.kind === 'decode' && !error.transient ? { state: 'unclear', error } : error;
  }
}
