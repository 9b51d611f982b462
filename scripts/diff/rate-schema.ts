import { isDeepStrictEqual } from 'node:util';
import type { Schema } from '../lib/description.js';
import { parsePointer } from '../lib/json-pointer.js';
import type { ChangedPart } from './changed-part.js';
import type { DescriptionChange } from './compare-descriptions.js';
import type { Rating } from './rate-place.js';

type Rate = (change: DescriptionChange, part: ChangedPart) => Rating | undefined;

/** Keywords that refuse values. */
const CONSTRAINTS = new Set([
  ...['type', 'enum', 'const', 'multipleOf', 'format', 'pattern', 'contentEncoding', 'contentMediaType'],
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'uniqueItems', 'items', 'unevaluatedItems'],
  ...['minProperties', 'maxProperties', 'additionalProperties', 'unevaluatedProperties'],
]);

const MORE_REQUESTS: Rating = { impact: 'minor', reason: 'more requests are accepted' };

/** Rates a change of a schema; undefined for what means to callers what Redocly says. */
export function rateSchema(change: DescriptionChange, part: ChangedPart): Rating | undefined {
  const rates = [
    rateMembers,
    rateMultiple,
    rateChoice,
    rateRequired,
    rateDependent,
    ratePatterns,
    rateRelief,
  ];
  for (const rate of rates) {
    const rating = rate(change, part);
    if (rating) return rating;
  }
  return undefined;
}

/** A response enum is open in the types of the client, so that callers handle other values already. */
const rateMembers: Rate = ({ property, impact }, { isInRequests, isInResponses, before, after }) => {
  if (property !== 'enum' && property !== 'const') return undefined;
  const [old, current] = [listMembers(before), listMembers(after)];
  if (!old || !current) return undefined;
  const [lost, gained] = [without(old, current), without(current, old)];
  if (lost.length + gained.length === 0) return { impact: 'patch', reason: 'the values are the same' };
  if (isInRequests && lost.length > 0) {
    const reason = `requests can no longer have ${lost.join(', ')}`;
    return impact === 'major' ? undefined : { impact: 'major', reason };
  }
  if (isInRequests && !isInResponses)
    return { impact: 'minor', reason: `requests can have ${gained.join(', ')}` };
  if (!isInResponses) return undefined;
  if (gained.length === 0) return { impact: 'patch', reason: `responses no longer have ${lost.join(', ')}` };
  if (!before.enum) return undefined;
  return { impact: 'minor', reason: `responses can have ${gained.join(', ')}` };
};

/** The values that a schema leaves; undefined when it lists none. */
function listMembers(schema: Schema): readonly unknown[] | undefined {
  return Object.hasOwn(schema, 'const') ? [schema['const']] : schema.enum;
}

const rateMultiple: Rate = ({ property, base, revision }, { isInRequests, isInResponses }) => {
  const [before, after] = [base?.value, revision?.value];
  if (property !== 'multipleOf' || typeof before !== 'number' || typeof after !== 'number') return undefined;
  if (Number.isInteger(after / before) && !isInRequests)
    return { impact: 'patch', reason: 'responses have fewer values' };
  return Number.isInteger(before / after) && !isInResponses ? MORE_REQUESTS : undefined;
};

/** A list of alternatives of which now exactly one has to match, or no longer only one. */
const rateChoice: Rate = ({ typeName, kind }, { isInRequests, isInResponses, before, after }) => {
  if (!['AnyOf', 'OneOf'].includes(typeName) || kind === 'modified') return undefined;
  const isSame = (from: string, to: string) =>
    before[from] !== undefined && isDeepStrictEqual(before[from], after[to]);
  if (isSame('anyOf', 'oneOf'))
    return {
      impact: isInRequests ? 'major' : 'patch',
      reason: 'exactly one of the alternatives has to match',
    };
  if (isSame('oneOf', 'anyOf'))
    return { impact: isInResponses ? 'major' : 'minor', reason: 'several of the alternatives can match' };
  return undefined;
};

const rateRequired: Rate = (change, { isInRequests, isInResponses }) => {
  if (change.property !== 'required' || change.impact !== 'patch') return undefined;
  const { lost, gained } = compareNames(change);
  if (isInResponses && gained.length > 0)
    return { impact: 'minor', reason: `responses always have ${gained.join(', ')}` };
  if (isInRequests && lost.length > 0)
    return { impact: 'minor', reason: `requests can omit ${lost.join(', ')}` };
  return undefined;
};

/** Fields that have to be there with another one. Redocly does not compare them. */
const rateDependent: Rate = (change, { isInRequests, isInResponses }) => {
  const { typeName, property } = change;
  if (typeName !== 'DependentRequired' || property === undefined) return undefined;
  const { lost, gained } = compareNames(change);
  if (isInRequests && gained.length > 0)
    return { impact: 'major', reason: `requests with ${property} must have ${gained.join(', ')}` };
  if (isInResponses && lost.length > 0)
    return { impact: 'major', reason: `responses with ${property} can omit ${lost.join(', ')}` };
  if (isInRequests && lost.length > 0)
    return { impact: 'minor', reason: `requests with ${property} can omit ${lost.join(', ')}` };
  if (isInResponses && gained.length > 0)
    return { impact: 'minor', reason: `responses with ${property} always have ${gained.join(', ')}` };
  return undefined;
};

/**
 * Patterns of field names. One more refuses values, or allows fields where the object is closed. Redocly does not
 * compare them.
 */
const ratePatterns: Rate = (
  { typeName, kind, property, path },
  { isInRequests, isInResponses, before, after },
) => {
  const isPattern = typeName === 'PatternProperties' || parsePointer(path).at(-2) === 'patternProperties';
  if (!isPattern || (property !== undefined && property !== 'key')) return undefined;
  const isClosed = [before, after].some((schema) => schema['additionalProperties'] === false);
  const [narrowing, widening] = isClosed ? ['removed', 'added'] : ['added', 'removed'];
  if (isInRequests && kind !== widening)
    return { impact: 'major', reason: 'requests can have fewer values in fields of some names' };
  if (isInResponses && kind !== narrowing)
    return { impact: 'major', reason: 'responses can have more values in fields of some names' };
  return undefined;
};

/** A constraint of requests that is weaker or gone: Redocly says nothing of it, since it breaks no caller. */
const rateRelief: Rate = ({ typeName, kind, impact, property, path }, { isInRequests }) => {
  if (!isInRequests || impact !== 'patch') return undefined;
  if (property !== undefined)
    return typeName === 'Schema' && CONSTRAINTS.has(property) ? MORE_REQUESTS : undefined;
  const isField = parsePointer(path).at(-2) === 'properties';
  const isSchema = /^(?:Schema|SchemaList|SchemaMap|AllOf|DependentRequired|PatternProperties)$/.test(
    typeName,
  );
  return kind === 'removed' && isSchema && !isField ? MORE_REQUESTS : undefined;
};

function compareNames({ base, revision }: DescriptionChange): Record<'lost' | 'gained', readonly unknown[]> {
  const [before = [], after = []] = [base?.value, revision?.value].map((value) =>
    Array.isArray(value) ? value : [],
  );
  return { lost: without(before, after), gained: without(after, before) };
}

function without(values: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  return values.filter((value) => !others.includes(value));
}
