import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationId } from '../../../generated/operations.js';
import { invalid } from '../shared/api-error.js';
import { bodyPointer, description, querySchema } from '../shared/description.js';

/** Fields whose error codes are not just their names. */
const NAMES: Readonly<Record<string, string>> = {
  '': 'request_body',
  limit: 'paging_limit',
  skip: 'paging_skip',
  source: 'payment_source',
  source_type: 'payment_source_type',
  source_number: 'card_number',
  source_cvv: 'cvv',
  source_expiry_month: 'card_expiry_month',
  source_expiry_year: 'card_expiry_year',
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a body against the description, and gives it with the documented defaults filled in.
 * Throws a refusal with a code for each rule that the body breaks.
 */
export function checkBody(operationId: OperationId, body: Fields): Fields {
  return check(bodyValidator(operationId), { ...body });
}

/** Reads a query by the description, as {@link checkBody} reads a body. */
export function readQuery(operationId: OperationId, query: URLSearchParams): Fields {
  return check(queryValidator(operationId), Object.fromEntries(query));
}

function check(validate: ValidateFunction, fields: Fields): Fields {
  if (!validate(fields)) throw invalid(...new Set((validate.errors ?? []).map(codeOf)));
  return fields;
}

// Made when they are first needed: a sandbox starts at once, and most tests use few operations.
const ajvOf = memoize((kind: 'body' | 'query') => {
  // A query is text, whatever types it stands for.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    useDefaults: true,
    coerceTypes: kind === 'query',
  });
  addFormats.default(ajv);
  return ajv.addSchema({ $id: 'description', ...description });
});
const bodyValidator = memoize((operationId: OperationId) =>
  ajvOf('body').compile({ $ref: `description#${bodyPointer(operationId)}` }),
);
const queryValidator = memoize((operationId: OperationId) =>
  ajvOf('query').compile(querySchema(operationId)),
);

function codeOf({ keyword, instancePath, params }: ErrorObject): string {
  const missing = keyword === 'required' || keyword === 'dependentRequired';
  const segments = instancePath.split('/').filter((segment) => segment !== '' && !/^\d+$/.test(segment));
  if (missing) segments.push(params['missingProperty']);
  const field = segments.join('_');
  return `${NAMES[field] ?? field}_${missing ? 'required' : 'invalid'}`;
}

function memoize<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
