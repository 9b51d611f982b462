import type { Sample } from '../calls/measure-calls.js';
import { type Contender, contenders, type MeasuredOperation, measuredOperations } from '../lib/contenders.js';
import { computeRatio, computeSpread, type Spread, type TimeSpreads } from '../lib/spread.js';

/** A measure of a call. */
export type Measure = 'wall' | 'cpu' | 'bytes';

/** Selects samples, one for each turn. */
export interface SampleGroup {
  readonly contender: Contender;
  readonly inFlight: number;
  readonly operation: MeasuredOperation;
}

/** The figures of the calls of one client. Times are in microseconds. */
export interface CallFigures extends SampleGroup, TimeSpreads {
  readonly bytes: Spread;
  /** As multiples of our client on undici. */
  readonly overUndici: TimeSpreads;
  /** As multiples of our client on the global `fetch`. */
  readonly overFetch: TimeSpreads;
}

/** Summarizes samples by client, operation and number of calls in flight. */
export function summarizeCalls(samples: readonly Sample[]): CallFigures[] {
  const levels = [...new Set(samples.map(({ inFlight }) => inFlight))];
  return levels.flatMap((inFlight) =>
    measuredOperations.flatMap((operation) =>
      contenders.map((contender) => {
        const group = { contender, inFlight, operation };
        const over = (ours: Contender) => ({
          wall: compareGroups(samples, group, { ...group, contender: ours }, 'wall'),
          cpu: compareGroups(samples, group, { ...group, contender: ours }, 'cpu'),
        });
        return {
          ...group,
          wall: computeSpread(selectFigures(samples, group, 'wall')),
          cpu: computeSpread(selectFigures(samples, group, 'cpu')),
          bytes: computeSpread(selectFigures(samples, group, 'bytes')),
          overUndici: over('lddpay-undici'),
          overFetch: over('lddpay-fetch'),
        };
      }),
    ),
  );
}

/** Computes one group as multiples of another, turn by turn. */
export function compareGroups(
  samples: readonly Sample[],
  one: SampleGroup,
  other: SampleGroup,
  measure: Measure,
): Spread {
  return computeRatio(selectFigures(samples, one, measure), selectFigures(samples, other, measure));
}

/** Returns figures in the order of the turns. */
function selectFigures(samples: readonly Sample[], group: SampleGroup, measure: Measure): number[] {
  return samples
    .filter(
      ({ contender, inFlight, operation }) =>
        contender === group.contender && inFlight === group.inFlight && operation === group.operation,
    )
    .map((sample) => sample[measure]);
}
