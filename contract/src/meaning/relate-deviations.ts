import type { Deviation } from '../findings/deviations.js';
import type { RelatedPlace } from './history/comparison.js';

/** Places about which very different things can be wrong. */
const CONTAINERS: readonly string[] = ['status', 'body', 'body.*', 'body.data', 'body.data.*'];

/** A deviation that a check of meaning found, with the places that its expectation is taken from. */
export interface ComparedDeviation {
  readonly deviation: Deviation;
  readonly dependsOn: readonly RelatedPlace[];
}

/**
 * Reports one cause once. A deviation belongs to an earlier one if its expectation is taken from a place that
 * deviates, if it is about the same place, or if it is the same problem in a sibling of the place or in the
 * field of that name elsewhere.
 *
 * @param shape The deviations of single responses, which nothing else explains.
 */
export function relateDeviations(
  shape: readonly Deviation[],
  compared: readonly ComparedDeviation[],
): Deviation[] {
  const all = [...shape, ...compared.map(({ deviation }) => deviation)];
  const causes = new Map<Deviation, Deviation>();
  const findRoot = (deviation: Deviation): Deviation => {
    const cause = causes.get(deviation);
    return cause ? findRoot(cause) : deviation;
  };
  for (const one of compared) {
    const { deviation } = one;
    const earlier = compared.slice(0, compared.indexOf(one)).map((other) => other.deviation);
    const cause =
      all.find((other) => findRoot(other) !== deviation && explains(other, one)) ??
      earlier.find((other) => findRoot(other) !== deviation && isSameProblem(other, deviation));
    if (cause) causes.set(deviation, cause);
  }
  const roots = all.filter((deviation) => !causes.has(deviation));
  return roots.map((root) => {
    const related = [...causes.keys()].filter((deviation) => findRoot(deviation) === root);
    return related.length === 0 ? root : { ...root, related: [...(root.related ?? []), ...related] };
  });
}

function explains({ operationId, place, meaning }: Deviation, { dependsOn }: ComparedDeviation): boolean {
  return dependsOn.some(
    (one) =>
      one.operationId === operationId &&
      one.place === place &&
      (one.check === undefined || one.check === meaning?.check),
  );
}

function isSameProblem(one: Deviation, other: Deviation): boolean {
  const isSameResponse = one.operationId === other.operationId && one.status === other.status;
  if (isSameResponse && one.place === other.place && !CONTAINERS.includes(one.place)) return true;
  const { parent, name } = splitPlace(one.place);
  const { parent: otherParent, name: otherName } = splitPlace(other.place);
  const isSame = one.meaning?.check === other.meaning?.check && one.problem === other.problem;
  return isSame && ((isSameResponse && parent === otherParent) || name === otherName);
}

/** Splits `body.data.*.amount` into `body.data.*` and `amount`. A link is named by what it leads to. */
function splitPlace(place: string): { readonly parent: string; readonly name: string } {
  const steps = place.replace(/\.href$/, '').split('.');
  return { parent: steps.slice(0, -1).join('.'), name: steps.at(-1) ?? '' };
}
