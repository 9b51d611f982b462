import { type Contender, contenders, type Operation, operations } from '../contenders.js';
import type { Sample } from '../sections/calls.js';
import { ratioOf, type Spread, spreadOf } from '../spread.js';

/** What is measured of a call. */
export type Measure = 'wall' | 'cpu' | 'bytes';

/** Some of the samples, one for each turn. */
export interface Cell {
  readonly contender: Contender;
  readonly inFlight: number;
  readonly operation: Operation;
}

/** What the calls of one client came to. */
export interface CallFigures extends Cell {
  /** In microseconds. */
  readonly wall: Spread;
  /** In microseconds. */
  readonly cpu: Spread;
  readonly bytes: Spread;
  /** As multiples of what our client takes on undici. */
  readonly overUndici: { readonly wall: Spread; readonly cpu: Spread };
  /** As multiples of what our client takes on the global `fetch`. */
  readonly overFetch: { readonly wall: Spread; readonly cpu: Spread };
}

/** All samples by client, operation and number in flight. */
export function callFiguresOf(samples: readonly Sample[]): CallFigures[] {
  const levels = [...new Set(samples.map(({ inFlight }) => inFlight))];
  return levels.flatMap((inFlight) =>
    operations.flatMap((operation) =>
      contenders.map((contender) => {
        const cell = { contender, inFlight, operation };
        const over = (ours: Contender) => ({
          wall: ratio(samples, cell, { ...cell, contender: ours }, 'wall'),
          cpu: ratio(samples, cell, { ...cell, contender: ours }, 'cpu'),
        });
        return {
          ...cell,
          wall: spreadOf(figures(samples, cell, 'wall')),
          cpu: spreadOf(figures(samples, cell, 'cpu')),
          bytes: spreadOf(figures(samples, cell, 'bytes')),
          overUndici: over('lddpay-undici'),
          overFetch: over('lddpay-fetch'),
        };
      }),
    ),
  );
}

/** How many times as much one takes as the other, turn by turn. */
export function ratio(samples: readonly Sample[], one: Cell, other: Cell, measure: Measure): Spread {
  return ratioOf(figures(samples, one, measure), figures(samples, other, measure));
}

/** In the order of the turns. */
function figures(samples: readonly Sample[], cell: Cell, measure: Measure): number[] {
  return samples
    .filter(
      ({ contender, inFlight, operation }) =>
        contender === cell.contender && inFlight === cell.inFlight && operation === cell.operation,
    )
    .map((sample) => sample[measure]);
}
