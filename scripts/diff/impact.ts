import { inc } from 'semver';
import type { Change, Impact } from './compare-descriptions.js';

const ORDER: readonly Impact[] = ['patch', 'minor', 'major'];

/** Changes that break callers and that Redocly rates lower, with the reason that is given for each. */
const BLIND_SPOTS: readonly { readonly matches: (change: Change) => boolean; readonly reason: string }[] = [
  {
    matches: ({ typeName, property, base }) =>
      typeName === 'Header' && property === 'required' && base?.value === true,
    reason: 'a response header that was always there can be missing',
  },
  {
    matches: ({ property, base }) => property === 'default' && base?.value !== undefined,
    reason: 'leaving the value out means something else',
  },
  {
    matches: ({ typeName, property }) => typeName === 'Discriminator' || property === 'discriminator',
    reason: 'the variants are told apart in another way',
  },
  {
    matches: ({ property }) => property === 'readOnly' || property === 'writeOnly',
    reason: 'the property moves between requests and responses',
  },
];

/** A change with the impact that it has on callers. */
export interface RatedChange extends Change {
  /** Why it has this impact, where there is more to say than that it changed. */
  readonly reason: string | undefined;
}

/** Rates a change: as Redocly does, but for what it is blind to. */
export function rate(change: Change): RatedChange {
  const missed = BLIND_SPOTS.find(({ matches }) => matches(change));
  if (missed) return { ...change, impact: 'major', reason: missed.reason };
  return { ...change, reason: change.verdicts.map(({ message }) => message).join(' ') || undefined };
}

/** The greatest impact of some changes; undefined when there are none. */
export function greatestImpact(changes: readonly RatedChange[]): Impact | undefined {
  return ORDER.findLast((impact) => changes.some((change) => change.impact === impact));
}

/**
 * The lowest version that changes of an impact call for (Semantic Versioning 2.0.0). Below 1.0.0, where
 * anything may change, a minor version says what a major one says later.
 */
export function requiredVersion(base: string, impact: Impact | undefined): string {
  if (!impact) return base;
  const release = impact === 'major' && base.startsWith('0.') ? 'minor' : impact;
  const version = inc(base, release);
  if (!version) throw new Error(`info.version is not a semantic version: ${base}`);
  return version;
}
