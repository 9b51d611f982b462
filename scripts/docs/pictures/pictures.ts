import { type Decision, drawOutcomeTree, followStories } from './outcome-tree.js';
import { drawPaymentStates } from './payment-states.js';
import { findTransitions, type Transition } from './payment-transitions.js';
import { renderSvg } from './svg-picture.js';
import { drawTokenSequences, recordTokenSequences, type Sequence } from './token-sequence.js';

/** What the pictures show. */
export interface PictureData {
  readonly transitions: readonly Transition[];
  readonly decisions: readonly Decision[];
  readonly sequences: readonly Sequence[];
}

/** Observes what the client and the sandbox do. */
export async function observeProduct(): Promise<PictureData> {
  // First, because it needs a free event loop.
  const sequences = await recordTokenSequences();
  return { transitions: await findTransitions(), decisions: await followStories(), sequences };
}

/** Draws all pictures; by file name in `docs/assets/`. */
export async function drawPictures({
  transitions,
  decisions,
  sequences,
}: PictureData): Promise<Map<string, string>> {
  const pictures = {
    'payment-statuses.svg': await drawPaymentStates(transitions),
    'outcomes.svg': drawOutcomeTree(decisions),
    'tokens.svg': drawTokenSequences(sequences),
  };
  return new Map(Object.entries(pictures).map(([file, picture]) => [file, renderSvg(picture)]));
}
