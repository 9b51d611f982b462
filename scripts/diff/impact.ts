import { inc } from 'semver';
import type { Document } from '../lib/description.js';
import type { DescriptionChange, Impact } from './compare-descriptions.js';
import { type Rating, ratePlace } from './rate-place.js';
import { isInResponses } from './response-enums.js';

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
  {
    matches: ({ typeName, property }) =>
      typeName === 'SecurityScheme' && ['type', 'scheme', 'in', 'name'].includes(property ?? ''),
    reason: 'the client authorizes requests in another way',
  },
];

/** Properties that people read and no program does. */
const TEXTS = new Set([
  'description',
  'summary',
  'title',
  'tags',
  'externalDocs',
  '$comment',
  'bearerFormat',
]);

/** A change with its impact on callers. */
export interface RatedChange extends DescriptionChange {
  /** The reason for the impact; undefined when the change speaks for itself. */
  readonly reason: string | undefined;
  /** The change concerns only what people read. */
  readonly isDocumentation?: boolean;
}

/**
 * Rates a change by what it means for callers of the client: as Redocly does, apart from the changes that Redocly
 * underrates or overrates.
 *
 * @param revision The description with the change.
 */
export function rateChange(change: DescriptionChange, revision: Document): RatedChange {
  const reason = change.verdicts.map(({ message }) => message).join(' ') || undefined;
  return { ...change, reason, ...rateForCallers(change, revision) };
}

/** Rates what Redocly rates otherwise; undefined for all else. */
function rateForCallers(change: DescriptionChange, revision: Document): Rating | undefined {
  const { typeName, property = '', base } = change;
  if (typeName === 'Place') return ratePlace(property, base?.value, change.revision?.value);
  if (TEXTS.has(property)) return { impact: 'patch', isDocumentation: true };
  if (typeName === 'Schema' && property === 'enum') return rateEnum(change, revision);
  const underrated = UNDERRATED.find(({ matches }) => matches(change));
  return underrated && { impact: 'major', reason: underrated.reason };
}

/** A response enum is open in the types of the client, so that callers handle other values already. */
function rateEnum({ base, revision: side }: DescriptionChange, revision: Document): Rating | undefined {
  const [before, after] = [base?.value, side?.value].map((value) =>
    Array.isArray(value) ? value : undefined,
  );
  if (!before || !after || !side) return undefined;
  const gained = after.filter((member) => !before.includes(member));
  const lost = before.filter((member) => !after.includes(member));
  if (isInResponses(revision, side.pointer.replace(/\/enum$/, ''))) {
    if (gained.length > 0) return { impact: 'minor', reason: `responses can have ${gained.join(', ')}` };
    return { impact: 'patch', reason: `responses no longer have ${lost.join(', ')}` };
  }
  if (lost.length > 0) return undefined;
  return { impact: 'minor', reason: `requests can have ${gained.join(', ')}` };
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
