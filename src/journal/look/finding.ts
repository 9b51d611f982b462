import type { PaymentAction, PaymentDetails } from '../../../generated/models.js';
import type { LddPayError } from '../../errors.js';

/** A payment or an action. */
export interface Effect {
  readonly id: string;
  readonly approved: boolean | undefined;
  readonly payment?: PaymentDetails | undefined;
  readonly action?: PaymentAction | undefined;
}

/**
 * What a look at the API shows of an intent:
 * - `found`: its effect
 * - `likely`: its effect, or that of another intent of the same reference, amount and time
 * - `absent`: nothing that can be its effect
 * - `unseen`: nothing, but its effect might not be visible
 * - `unclear`: something that can be its effect, or that of another one. With `lostAt`, it is of that time, before the
 *   intent: a store that was lost may have known of it, and the key is then as old. With `error`, the list cannot be read,
 *   now or later
 * - `waiting`: like `unclear`, and the same look shows more after `ms`
 */
export type Finding =
  | { readonly state: 'found' | 'likely'; readonly effect: Effect }
  | { readonly state: 'absent' | 'unseen' }
  | { readonly state: 'unclear'; readonly lostAt?: number; readonly error?: LddPayError }
  | { readonly state: 'waiting'; readonly ms: number };
