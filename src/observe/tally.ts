import { inferredElements, responseOperations } from '../../generated/response-validators.js';
import type { CheckedResponse, Violation } from './check-response.js';
import type { InferenceResult, ObservationReport, ObservedDeviation } from './report.js';

/** How many different deviations are kept, so that memory stays constant whatever a server returns. */
const MAX_DEVIATIONS = 1_000;

type Deviation = Omit<ObservedDeviation, 'count' | 'judges' | 'probes'>;

/** The first responses that show an inferred element. */
interface Sightings {
  match?: string;
  mismatch?: string;
}

/** Counts what checked responses show. */
export interface Tally {
  /** Adds a response. Returns whether it shows something that none before it did. */
  add(operationId: string, status: number, checked: CheckedResponse): boolean;
  report(notes: readonly string[]): ObservationReport;
}

export function createTally(): Tally {
  const statuses = new Map(Object.keys(responseOperations).map((id) => [id, new Map<number, number>()]));
  const deviations = new Map<string, { readonly deviation: Deviation; count: number }>();
  const sightings: Sightings[] = inferredElements.map(() => ({}));

  const addDeviation = (deviation: Deviation): boolean => {
    const { operationId, status, place, problem } = deviation;
    const key = JSON.stringify([operationId, status, place, problem]);
    const known = deviations.get(key);
    if (known) known.count += 1;
    else if (deviations.size < MAX_DEVIATIONS) deviations.set(key, { deviation, count: 1 });
    else return false;
    return !known;
  };

  const addEvidence = ({ mark, problem }: CheckedResponse['evidence'][number], seen: string): boolean => {
    const sighting = sightings[mark ?? -1];
    const kind = problem === undefined ? 'match' : 'mismatch';
    if (!sighting || sighting[kind] !== undefined) return false;
    sighting[kind] = problem ? `${seen}: it ${problem}` : seen;
    return true;
  };

  return {
    add(operationId, status, { violations, evidence }) {
      const counts = statuses.get(operationId);
      counts?.set(status, (counts.get(status) ?? 0) + 1);
      // An array has many items, and a response counts once.
      const distinct = new Map(violations.map((one) => [`${one.place}${one.pointer} ${one.problem}`, one]));
      const seen = `${operationId} ${status}`;
      let isNew = false;
      for (const one of distinct.values()) {
        if (addDeviation(toDeviation(operationId, status, one))) isNew = true;
      }
      for (const one of evidence) {
        if (addEvidence(one, seen)) isNew = true;
      }
      return isNew;
    },
    report: (notes) => ({
      answered: [...statuses].map(([operationId, counts]) => ({
        operationId,
        statuses: Object.fromEntries(counts),
      })),
      deviations: [...deviations.values()].map(({ deviation, count }) => ({
        ...deviation,
        count,
        judges: ['Ajv'],
        probes: [`in ${count === 1 ? '1 response' : `${count} responses`} to calls of a program`],
      })),
      inferred: inferredElements.map((element, index) => ({
        ...element,
        ...assess(element.group, sightings[index] ?? {}),
      })),
      notes: [
        ...notes,
        ...(deviations.size === MAX_DEVIATIONS
          ? [`Only the first ${MAX_DEVIATIONS} different deviations were kept.`]
          : []),
      ],
      held: null,
    }),
  };
}

function toDeviation(operationId: string, status: number, violation: Violation): Deviation {
  const { place, pointer, keyword, problem } = violation;
  const isOfBody = place === 'body';
  return {
    operationId,
    status,
    place: isOfBody ? `body${pointer.replaceAll('/', '.')}` : place === 'status' ? place : `header ${place}`,
    pointer: isOfBody ? pointer : null,
    keyword,
    problem,
  };
}

function assess(group: string, { match, mismatch }: Sightings): Pick<InferenceResult, 'verdict' | 'seen'> {
  // One documented response proves that a path exists, however the others look.
  if (mismatch !== undefined && !(match !== undefined && group === 'paths')) {
    return { verdict: 'refuted', seen: mismatch };
  }
  return match === undefined ? { verdict: 'not exercised', seen: '' } : { verdict: 'confirmed', seen: match };
}
