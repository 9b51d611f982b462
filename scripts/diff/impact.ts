import { inc } from 'semver';
import type { DescriptionChange, Impact } from './compare-descriptions.js';

const ORDER: readonly Impact[] = ['patch', 'minor', 'major'];

/** Changes that break callers although Redocly rates them lower, each with the reason to print. */
const UNDERRATED: readonly {
  readonly matches: (change: DescriptionChange) => boolean;
  readonly reason: string;
}[] = [
  {
    matches: ({ typeName, property, base }) =>
      typeName === 'Header' && property === 'required' && base?.value === true,
    reason: 'a response header that was always present can be missing',
  },
  {
    matches: ({ property, base }) => property === 'default' && base?.value !== undefined,
    reason: 'omitting the value means something else',
  },
  {
    matches: ({ typeName, property }) => typeName === 'Discriminator' || property === 'discriminator',
    reason: 'another rule tells the variants apart',
  },
  {
    matches: ({ property }) => property === 'readOnly' || property === 'writeOnly',
    reason: 'the property moves between requests and responses',
  },
];

/** A change with its impact on callers. */
export interface RatedChange extends DescriptionChange {
  /** The reason for the impact; undefined when the change speaks for itself. */
  readonly reason: string | undefined;
}

/** Rates a change as Redocly does, apart from the changes that Redocly underrates. */
export function rateChange(change: DescriptionChange): RatedChange {
  const underrated = UNDERRATED.find(({ matches }) => matches(change));
  if (underrated) return { ...change, impact: 'major', reason: underrated.reason };
  return { ...change, reason: change.verdicts.map(({ message }) => message).join(' ') || undefined };
}

/** Returns the greatest impact of the changes; undefined when there are none. */
export function greatestImpact(changes: readonly RatedChange[]): Impact | undefined {
  return ORDER.findLast((impact) => changes.some((change) => change.impact === impact));
}

/**
 * Returns the lowest version that an impact requires (Semantic Versioning 2.0.0). Below 1.0.0 a breaking
 * change requires a new minor version, because anything may change.
 *
 * @throws Error when the base is not a semantic version.
 */
export function requiredVersion(base: string, impact: Impact | undefined): string {
  if (!impact) return base;
  const release = impact === 'major' && base.startsWith('0.') ? 'minor' : impact;
  const version = inc(base, release);
  if (!version) throw new Error(`info.version is not a semantic version: ${base}`);
  return version;
}
