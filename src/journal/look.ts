import { isLddPayError, LddPayError } from '../errors.js';
import type { CallOptions } from '../options.js';
import type { JournalContext } from './context.js';
import { findEffect } from './find-effect.js';
import type { Finding } from './finding.js';
import type { StoredIntent } from './intent.js';

/** Looks for the effect of an intent. Resolves with what that shows, or with the error of a look that failed. */
export type Look = (
  stored: StoredIntent,
  options: CallOptions,
  canShare?: boolean,
) => Promise<Finding | LddPayError>;

/** Creates the look of a journal. */
export function createLook(context: JournalContext): Look {
  return async (stored, { signal, deadline }, canShare = false) => {
    try {
      return await findEffect(context, stored, { signal, deadline }, canShare);
    } catch (error) {
      return isLddPayError(error)
        ? error
        : new LddPayError('The API returned something else than payments or actions.', {
            kind: 'decode',
            outcome: 'unknown',
            transient: true,
          });
    }
  };
}
