import type { Deviation } from './deviations.js';
import { giveBack } from './give-back.js';
import { livePayments, MOST } from './lives.js';
import { type Held, heldInWords, type Report } from './report.js';
import { isSecret } from './shown.js';
import type { Replay, Stage } from './stage.js';

/** What came of the payments of a run, beside the observations. */
export interface Written extends Pick<Report, 'notes' | 'held'> {
  readonly deviations: readonly Deviation[];
}

/**
 * Makes payments, and gives the money back however that ends.
 *
 * @param progress Is told before anything is sent, and when money may still be held.
 * @param secrets Gives what must not be shown.
 */
export async function makePayments(
  given: Omit<Stage, 'paymentIds' | 'lost' | 'replays' | 'notes'>,
  progress: (line: string) => void,
  secrets: () => readonly string[],
): Promise<Written> {
  const stage: Stage = { ...given, paymentIds: new Set(), lost: [], replays: [], notes: [] };
  progress(
    `LDDPAY_LIVE_WRITES=1: payments of at most ${MOST} minor units of ${given.currency} are now made on the test card, and given back.`,
  );
  let held: Held | null = null;
  try {
    await livePayments(stage);
  } finally {
    held = tellable(await giveBack(stage), secrets());
    if (held) progress(heldInWords(held));
  }
  const { notes, replays } = stage;
  return { notes, held, deviations: replays.filter(({ same }) => !same).map(toDeviation) };
}

/** An identifier is the provider's text. */
function tellable(held: Held | null, secrets: readonly string[]): Held | null {
  return held && { ...held, paymentIds: held.paymentIds.filter((id) => !isSecret(id, secrets)) };
}

function toDeviation({ operationId, field }: Replay): Deviation {
  return {
    operationId,
    status: null,
    place: `body.${field}`,
    problem: 'is another one when the request is repeated with its idempotency key',
    judges: [],
    probes: ['repeated with its key'],
  };
}
