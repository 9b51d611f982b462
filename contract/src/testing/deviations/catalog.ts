import type { CatalogedDeviation } from './builders.js';
import { EFFECT_DEVIATIONS } from './effects.js';
import { IDENTITY_DEVIATIONS } from './identity.js';
import { MONEY_DEVIATIONS } from './money.js';
import { STATE_DEVIATIONS } from './state.js';
import { OTHER_DEVIATIONS } from './surroundings.js';

/** Ways in which a provider can deviate. */
export const DEVIATIONS: readonly CatalogedDeviation[] = [
  ...MONEY_DEVIATIONS,
  ...EFFECT_DEVIATIONS,
  ...IDENTITY_DEVIATIONS,
  ...STATE_DEVIATIONS,
  ...OTHER_DEVIATIONS,
];
