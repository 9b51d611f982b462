import { FAULT_EFFECTS } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { createRandom } from '../orders/random.js';
import { drawStrike } from './strikes.js';

const random = createRandom(1, 'strikes');
const STRIKES = Array.from({ length: 2_000 }, () => drawStrike(random));

it('drawStrike draws every effect of a fault', () => {
  const effects = STRIKES.flatMap((strike) => (strike.by === 'sandbox' ? [strike.fault.effect] : []));

  expect([...new Set(effects)].sort()).toEqual([...FAULT_EFFECTS].sort());
});

it('drawStrike resets, half-opens, delays and truncates connections, and revokes tokens', () => {
  const kinds = STRIKES.flatMap((strike) => {
    if (strike.by === 'proxy') return [`${strike.interruption.effect} at ${strike.interruption.at}`];
    return strike.by === 'revocation' ? ['revocation'] : [];
  });

  expect([...new Set(kinds)].sort()).toEqual([
    'cut at request',
    'delay at response',
    'late at request',
    'reset at request',
    'reset at response',
    'revocation',
    'silence at response',
    'truncate at response',
  ]);
});
