import { gte, inc, valid } from 'semver';
import type { ChangedPart } from './changed-part.js';
import type { DescriptionChange, Impact } from './compare-descriptions.js';
import { type Rating, ratePlace } from './rate-place.js';
import { rateSchema } from './rate-schema.js';

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

/** What callers gain or have to prepare for, although Redocly says nothing of it. */
const ADDITIONS: typeof UNDERRATED = [
  {
    matches: ({ property, revision }) => property === 'deprecated' && revision?.value === true,
    reason: 'callers should no longer use it',
  },
  {
    matches: ({ typeName, property, base }) =>
      ['Parameter', 'RequestBody'].includes(typeName) && property === 'required' && base?.value === true,
    reason: 'requests can omit it',
  },
  {
    matches: ({ typeName, property, revision }) =>
      typeName === 'Header' && property === 'required' && revision?.value === true,
    reason: 'the response header is always present',
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
 * @param part What the change concerns, in both descriptions.
 */
export function rateChange(change: DescriptionChange, part: ChangedPart): RatedChange {
  const reason = change.verdicts.map(({ message }) => message).join(' ') || undefined;
  return { ...change, reason, ...rateForCallers(change, part) };
}

/** Rates what Redocly rates otherwise; undefined for all else. */
function rateForCallers(change: DescriptionChange, part: ChangedPart): Rating | undefined {
  const { typeName, property = '', base, revision } = change;
  if (typeName === 'Place') return ratePlace(property, base?.value, revision?.value);
  if (typeName !== 'DependentRequired' && TEXTS.has(property))
    return { impact: 'patch', isDocumentation: true };
  const find = (list: typeof UNDERRATED) => list.find(({ matches }) => matches(change))?.reason;
  const [breaking, added] = [find(UNDERRATED), find(ADDITIONS)];
  if (breaking) return { impact: 'major', reason: breaking };
  return added ? { impact: 'minor', reason: added } : rateSchema(change, part);
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
  return inc(requireSemantic(base), release) as string;
}

/**
 * Tells whether a version is at least the required one.
 *
 * @throws Error when one of them is not a semantic version.
 */
export function isAtLeast(version: string, required: string): boolean {
  return gte(requireSemantic(version), requireSemantic(required));
}

function requireSemantic(version: string): string {
  if (!valid(version)) throw new Error(`info.version is not a semantic version: ${version}`);
  return version;
}
