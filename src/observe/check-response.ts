import type { DocumentedOperation, SchemaNode } from '../../generated/response-validators.js';
import { parseJson } from '../lib/parse-json.js';
import type { ObservedResponse } from '../options.js';
import { describeBrokenRule } from './describe-broken-rule.js';
import { collectMarks, type Evidence } from './evidence.js';
import { type SchemaVisit, walkSchema } from './walk-schema.js';

/** Something in a response that breaks the description. It contains no value of the response. */
export interface Violation {
  /** `status`, `body`, or the name of a header. */
  readonly place: string;
  /** The place in the body, as a JSON pointer with `*` for array items; '' for all of it. */
  readonly pointer: string;
  /** The keyword of the schema that is broken, or `undocumented`, `missing`, `JSON`. */
  readonly keyword: string;
  /** What is wrong, to be read after the place. */
  readonly problem: string;
}

/** What a response shows about the description. */
export interface CheckedResponse {
  readonly violations: readonly Violation[];
  readonly evidence: readonly Evidence[];
}

/** Statuses of a server that does not know a path or a method. */
const UNKNOWN_ROUTE: readonly number[] = [404, 405, 501];

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Checks a response against the description of its operation. */
export function checkResponse(
  operation: DocumentedOperation,
  { status, headers, text, problem }: ObservedResponse,
): CheckedResponse {
  const documented = operation.responses[status];
  if (!documented) {
    const statuses = Object.keys(operation.responses).join(', ');
    const found = `${status} is not documented (documented: ${statuses})`;
    return {
      violations: [violation('status', 'undocumented', found)],
      evidence: UNKNOWN_ROUTE.includes(status) ? [{ mark: operation.mark, problem: '' }] : [],
    };
  }
  const { body, headers: documentedHeaders, mark } = documented;
  // Throws where one cannot be read: of such a response, nothing is known to be missing.
  const getHeader = (name: string) => headers.get(name)?.trim();
  const isRead = problem === undefined;
  const type = body && text && checkContentType(getHeader('Content-Type'));
  const json = parseJson(text);
  const visits = body && json !== undefined ? walkSchema(body, json) : [];
  const ofBody = isRead ? checkBody(body, text, json, visits) : [];
  const ofHeaders = Object.entries(documentedHeaders).flatMap(([name, node]) =>
    checkHeader(name, node, getHeader(name)),
  );
  const violations = [...(type ? [type] : []), ...ofBody, ...ofHeaders];
  const isReadable = !type && (!body || json !== undefined);
  const isProven = isRead && (status < 300 ? isReadable : body && violations.length === 0);
  const isContentWrong = type || ofBody.some(({ pointer }) => pointer === '');
  return {
    violations,
    evidence: [
      // A documented body proves a path. A 401 or a 404 without a body does not: any server returns it.
      ...(isProven ? [{ mark: operation.mark, problem: undefined }] : []),
      ...(isRead ? [{ mark, problem: isContentWrong ? '' : undefined }] : []),
      ...collectMarks(visits),
    ].filter((one) => one.mark !== undefined),
  };
}

function checkContentType(type: string | undefined): Violation | undefined {
  if (JSON_TYPE.test(type ?? '')) return undefined;
  const found = type === undefined ? 'missing' : 'another one';
  return violation('Content-Type', 'undocumented', `is ${found}, but application/json is documented`);
}

function checkBody(
  node: SchemaNode | undefined,
  text: string,
  json: unknown,
  visits: readonly SchemaVisit[],
): Violation[] {
  if (!node) return text ? [violation('body', 'undocumented', 'is present, but none is documented')] : [];
  if (!text) return [violation('body', 'missing', 'is missing')];
  return json === undefined
    ? [violation('body', 'JSON', 'is not valid JSON')]
    : listViolations('body', visits);
}

function checkHeader(name: string, node: SchemaNode, value: string | undefined): Violation[] {
  return value === undefined
    ? [violation(name, 'missing', 'is missing')]
    : listViolations(name, walkSchema(node, value));
}

function listViolations(place: string, visits: readonly SchemaVisit[]): Violation[] {
  return visits.flatMap(({ pointer, value, brokenRules }) =>
    brokenRules.map((rule) => ({
      place,
      pointer,
      keyword: rule.keyword,
      problem: describeBrokenRule(rule, value),
    })),
  );
}

function violation(place: string, keyword: string, problem: string): Violation {
  return { place, pointer: '', keyword, problem };
}
