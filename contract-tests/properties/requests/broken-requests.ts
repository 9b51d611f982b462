import fc from 'fast-check';
import { requestSchema } from '../../../contract/src/conformance/description.js';
import type { Operation, Schema } from '../../../scripts/lib/description.js';
import { applyBreak, type Break, isBrokenOnce } from '../schemas/break-site.js';
import { breaksOf, listBreaks } from '../schemas/breaks.js';
import { isAcceptable } from './business-rules.js';
import { PAYMENT_ID, type RequestCase } from './request-case.js';
import {
  fullRequest,
  idSchema,
  isShortQuery,
  querySchema,
  readQuery,
  validRequests,
} from './valid-requests.js';

/** A request that an API accepts, and what breaks it. */
export interface BrokenRequest {
  readonly valid: RequestCase;
  readonly part: 'id' | 'query' | 'body';
  /** The break of this part. In a query, its value is a string. */
  readonly broken: Break;
}

/** A part of a request, with the schema of its values before they are written. */
interface Part {
  readonly name: BrokenRequest['part'];
  readonly schema: Schema;
}

/** An id of the form of a payment's, in place of that of a payment that is not made yet. */
const SAMPLE_ID = `pay_${'a'.repeat(26)}`;

/** Requests to an operation that break one keyword in one place. Undefined when nothing of it can be broken. */
export function brokenRequests(operation: Operation): fc.Arbitrary<BrokenRequest> | undefined {
  const parts = listParts(operation);
  if (parts.length === 0) return undefined;
  return validRequests(operation)
    .filter(isAcceptable)
    .chain((valid) => {
      const choices = parts
        .filter(({ name }) => name !== 'body' || 'body' in valid)
        .map((part) =>
          breaksOf(part.schema, readPart(operation, part, valid)).map((one) => writeBreak(part, valid, one)),
        );
      return choices.length === 0 ? fc.constant(undefined) : fc.oneof(...choices);
    })
    .filter((one): one is BrokenRequest => one !== undefined && isBroken(operation, one));
}

/** All breaks just outside of what a keyword allows, in every place of a full request. */
export function listBrokenRequests(operation: Operation): BrokenRequest[] {
  const valid = fullRequest(operation);
  return listParts(operation)
    .flatMap((part) =>
      listBreaks(part.schema, readPart(operation, part, valid)).map((one) => writeBreak(part, valid, one)),
    )
    .filter((one) => isBroken(operation, one));
}

/** Breaks the request of a case. */
export function breakRequest({ valid, part, broken }: BrokenRequest): RequestCase {
  if (part === 'id') return { ...valid, id: String(broken.value) };
  return { ...valid, [part]: applyBreak(valid[part], broken) };
}

/** Whether a case is one: the valid request is acceptable, and the broken one breaks one keyword in one place. */
export function isBroken(operation: Operation, one: BrokenRequest): boolean {
  const part = listParts(operation).find(({ name }) => name === one.part);
  if (!part || !isAcceptable(one.valid)) return false;
  if (one.part === 'id' && !isSegment(String(one.broken.value))) return false;
  if (one.part === 'query' && !isShortQuery(breakRequest(one).query)) return false;
  return isBrokenOnce(part.schema, readPart(operation, part, breakRequest(one)), one.broken);
}

function listParts(operation: Operation): Part[] {
  const query = querySchema(operation);
  const hasQuery = Object.keys(Object(query['properties'])).length > 0;
  const schemas = {
    id: idSchema(operation),
    query: hasQuery ? query : undefined,
    body: requestSchema(operation),
  };
  return Object.entries(schemas).flatMap(([name, schema]) => (schema ? [{ name, schema } as Part] : []));
}

/** Reads the values of a part, as its schema describes them. */
function readPart(operation: Operation, { name }: Part, request: RequestCase): unknown {
  if (name === 'body') return request.body;
  if (name === 'id') return request.id === PAYMENT_ID ? SAMPLE_ID : request.id;
  return readQuery(operation, request.query);
}

/** Writes a break as it is sent: parameters are strings. */
function writeBreak({ name }: Part, valid: RequestCase, one: Break): BrokenRequest {
  const isText = name !== 'body' && 'value' in one;
  return { valid, part: name, broken: isText ? { ...one, value: writeText(one.value) } : one };
}

function writeText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a string can be a segment of a path (RFC 3986, section 3.3) and belongs to no path without `{id}`. */
function isSegment(text: string): boolean {
  return !['', '.', '..', 'search'].includes(text);
}
