import type { Sample } from '../../calls/measure-calls.js';
import { type Contender, contenders, measuredOperations } from '../../lib/contenders.js';

/**
 * Creates samples with 8 and with 64 calls in flight.
 *
 * @param times The time of a call by client, in microseconds; 10 for all other clients.
 */
export function createSamples(times: Partial<Record<Contender, number>>): Sample[] {
  return [8, 64].flatMap((inFlight) =>
    contenders.flatMap((contender) =>
      measuredOperations.map((operation) => {
        const us = times[contender] ?? 10;
        return { contender, inFlight, operation, wall: us, cpu: us, bytes: 1 };
      }),
    ),
  );
}
