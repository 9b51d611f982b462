import type { LddPayError } from '../../errors.js';
import type { Effect } from '../records/effect.js';

/**
 * What a look at the API shows of an intent:
 * - `found`: its effect
 * - `likely`: its effect, or that of another intent of the same reference, amount and time, which can still repeat its
 *   request with its key for `ms`
 * - `absent`: nothing that can be its effect
 * - `unseen`: nothing, but its effect might not be visible
 * - `unclear`: something that can be its effect, or that of another one
 * - `waiting`: like `unclear`, and the same look shows more after `ms`
 */
export type Finding = Doubt &
  (
    | { readonly state: 'found'; readonly effect: Effect }
    | { readonly state: 'likely'; readonly effect: Effect; readonly ms: number }
    | { readonly state: 'absent' | 'unseen' | 'unclear' }
    | { readonly state: 'waiting'; readonly ms: number }
  );

/** Why a finding is `unclear`. No other one has these. */
interface Doubt {
  /** When its effect came about, if it is older than the intent: a store that was lost may have known of it and its key. */
  readonly lostAt?: number;
  /** Why the list cannot be read, now or later. */
  readonly error?: LddPayError;
}
