import type { Core } from '../call/core.js';
import type { Client } from '../client.js';
import type { LddPayError } from '../errors.js';
import type { CallOptions } from '../options.js';

/**
 * Makes the clock of the API known, by which the age of a key counts. Resolves with whether it had to ask for that.
 * Rejects with an LddPayError when there was no response.
 */
export type LearnClock = (options: CallOptions) => Promise<boolean>;

/** Creates the function with which a journal asks the API for its time, once a process. */
export function createLearnClock(lddpay: Client, { clock }: Core): LearnClock {
  let isAsked = false;

  return async ({ signal, deadline }) => {
    if (clock.isKnown() || isAsked) return false;
    const options = { signal, deadline };
    // A token that the client has to request anyway shows it.
    await lddpay.getToken(options);
    try {
      if (!clock.isKnown()) await lddpay.getPaymentsList({ reference: 'none', limit: 1 }, options);
    } catch (error) {
      // Any response will do.
      if (!(error as LddPayError).status) throw error;
    }
    // An API that sends no dates is not asked again. The clock of this machine then counts as its own.
    isAsked = true;
    return true;
  };
}
