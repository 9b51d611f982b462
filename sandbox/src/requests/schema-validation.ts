import type { OperationId } from '../../../generated/operations.js';
import {
  bodyValidators,
  queryValidators,
  type ValidationError,
  type Validator,
} from '../../../generated/validators.js';
import { invalidRequest } from '../lib/api-error.js';
import { parseForm } from './parse-form.js';

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
  return validate(bodyValidators[operationId], { ...body });
}

/**
 * Validates a query against the description.
 * @param text The query as it arrived, without its question mark.
 * @returns The query with its values converted to their types, completed with the documented defaults.
 * @throws ApiError with a code for each rule that the query breaks.
 */
export function validateQuery(operationId: OperationId, text: string): Fields {
  const sent = parseForm(text);
  const query = validate(queryValidators[operationId], { ...sent });
  // The validator converts strings as JavaScript does, which takes 0x10 and 1e1 for numbers too. Some languages write
  // 10 as 10.0.
  const misspelled = Object.keys(sent).filter(
    (name) =>
      typeof query[name] === 'number' && String(query[name]) !== String(sent[name]).replace(/\.0+$/, ''),
  );
  if (misspelled.length > 0) throw invalidRequest(...misspelled.map((name) => `${nameField(name)}_invalid`));
  return query;
}

function validate(isValid: Validator | undefined, fields: Fields): Fields {
  if (isValid && !isValid(fields)) throw invalidRequest(...new Set((isValid.errors ?? []).map(toErrorCode)));
  return fields;
}

function toErrorCode({ keyword, instancePath, params }: ValidationError): string {
  const isMissing = keyword === 'required' || keyword === 'dependentRequired';
  const segments = instancePath.split('/').filter((segment) => segment !== '' && !/^\d+$/.test(segment));
  if (isMissing) segments.push(String(params['missingProperty']));
  return `${nameField(segments.join('_'))}_${isMissing ? 'required' : 'invalid'}`;
}

function nameField(field: string): string {
  return FIELD_NAMES[field] ?? field;
}
