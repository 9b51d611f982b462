import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationId } from '../../../generated/operations.js';
import { invalidRequest } from '../lib/api-error.js';
import { bodyPointer, description, querySchema } from '../lib/description.js';

/** The names that error codes use for fields, where they differ from the field's path. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
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
 * Validates a body against the description.
 * @returns The body, completed with the documented defaults.
 * @throws ApiError with a code for each rule that the body breaks.
 */
export function validateBody(operationId: OperationId, body: Fields): Fields {
  return validate(getBodyValidator(operationId), { ...body });
}

/**
 * Validates a query against the description.
 * @returns The query with its values converted to their types, completed with the documented defaults.
 * @throws ApiError with a code for each rule that the query breaks.
 */
export function validateQuery(operationId: OperationId, query: URLSearchParams): Fields {
  return validate(getQueryValidator(operationId), Object.fromEntries(query));
}

function validate(isValid: ValidateFunction, fields: Fields): Fields {
  if (!isValid(fields)) throw invalidRequest(...new Set((isValid.errors ?? []).map(toErrorCode)));
  return fields;
}

// Compiled on first use: a sandbox starts at once, and most tests use few operations.
const getAjv = memoize((part: 'body' | 'query') => {
  // The values of a query are strings, whatever types they stand for.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    useDefaults: true,
    coerceTypes: part === 'query',
  });
  addFormats.default(ajv);
  return ajv.addSchema({ $id: 'description', ...description });
});
const getBodyValidator = memoize((operationId: OperationId) =>
  getAjv('body').compile({ $ref: `description#${bodyPointer(operationId)}` }),
);
const getQueryValidator = memoize((operationId: OperationId) =>
  getAjv('query').compile(querySchema(operationId)),
);

function toErrorCode({ keyword, instancePath, params }: ErrorObject): string {
  const isMissing = keyword === 'required' || keyword === 'dependentRequired';
  const segments = instancePath.split('/').filter((segment) => segment !== '' && !/^\d+$/.test(segment));
  if (isMissing) segments.push(params['missingProperty']);
  const field = segments.join('_');
  return `${FIELD_NAMES[field] ?? field}_${isMissing ? 'required' : 'invalid'}`;
}

function memoize<Key, Value>(create: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>();
  return (key) => {
    const value = values.get(key) ?? create(key);
    values.set(key, value);
    return value;
  };
}
