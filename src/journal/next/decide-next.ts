import type { CallArguments } from '../../call/input.js';
import type { LddPayError } from '../../errors.js';
import type { Finding } from '../look/finding.js';
import type { Effect } from '../records/effect.js';

/** What is known of an open intent. */
export interface Facts {
  /** What a look has shown. */
  readonly finding: Finding;
  /** Whether no request was announced, or none took effect while its key lived: what is like its effect is another write's. */
  readonly isUnsent: boolean;
  /** Whether the API surely knows its key, so that a repeated request cannot take effect twice. */
  readonly isKeyAlive: boolean;
  /** Whether its key surely has expired, with which nothing can arrive any more. */
  readonly isKeyOver: boolean;
  /** Whether a store that was lost may have known of its key, which then has expired. */
  readonly isLostKeyOver: boolean;
  /** Whether another effect could do no harm. */
  readonly isHarmless: boolean;
  /** Whether a refusal is kept: no request is sent any more. */
  readonly isRefused: boolean;
  /** What its last request was refused with. */
  readonly refusal: LddPayError | undefined;
  /** The arguments of its request; undefined when its body is not known. */
  readonly args: CallArguments | undefined;
  /** Until an effect of its requests would be listed, in ms; 0 or less when that is over. */
  readonly untilQuiet: number;
}

/**
 * What to do next with an intent:
 * - `keep`: it is done, with this effect
 * - `refuse`: nothing came of it, with this error of its last request; undefined without one
 * - `repeat`: send its request again
 * - `wait`: leave it open for `ms`; undefined for as long as its error says
 */
export type Next =
  | { readonly action: 'keep'; readonly effect: Effect }
  | { readonly action: 'refuse'; readonly error: LddPayError | undefined }
  | { readonly action: 'repeat'; readonly args: CallArguments }
  | { readonly action: 'wait'; readonly ms: number | undefined };

/** Decides what to do next with an open intent. */
export function decideNext(facts: Facts): Next {
  const { finding, isUnsent, isKeyAlive, refusal, args, untilQuiet } = facts;
  const { error } = finding;
  const isAbsent = finding.state === 'absent';
  if (finding.state === 'found') return { action: 'keep', effect: finding.effect };
  if (refusal && isAbsent) return { action: 'refuse', error: refusal };
  // After a refusal of the API, such an effect is more likely that of another write.
  if (finding.state === 'likely' && !isKeyAlive && !isUnsent && refusal?.kind !== 'api') {
    // Until then, a response can show that it is the effect of the other intent.
    return finding.ms > 0 ? { action: 'wait', ms: finding.ms } : { action: 'keep', effect: finding.effect };
  }
  // Where a response cannot be read, the next one may be, without a person.
  const forPerson = { action: 'wait', ms: error?.status ? undefined : Number.POSITIVE_INFINITY } as const;
  if (!canRepeat(facts)) {
    if (finding.state === 'waiting') return { action: 'wait', ms: finding.ms };
    return isAbsent ? { action: 'wait', ms: untilQuiet } : forPerson;
  }
  if (args) return { action: 'repeat', args };
  // Nobody may ever give its body again: a charge whose payer has left would stay open for ever.
  const hasNone = isAbsent || (finding.state === 'likely' && isUnsent);
  return hasNone && untilQuiet <= 0 && facts.isKeyOver ? { action: 'refuse', error: undefined } : forPerson;
}

/** Whether a repeated request cannot take effect twice. */
function canRepeat({
  finding,
  isUnsent,
  isKeyAlive,
  isLostKeyOver,
  isHarmless,
  isRefused,
  refusal,
  untilQuiet,
}: Facts): boolean {
  if (isRefused) return false;
  const isKeySafe = (isUnsent || isKeyAlive) && !isLostKeyOver;
  // What the API refuses once its key is over, it would refuse for ever.
  const isWorthwhile = isHarmless && (isKeyAlive || !refusal);
  return isKeySafe || isWorthwhile || (finding.state === 'absent' && untilQuiet <= 0);
}
