import { jsonOf, type Operation } from '../../../scripts/lib/description.js';
import type { DescriptionPlace } from '../../../scripts/lib/inferred-elements.js';
import { escapeStep } from '../../../scripts/lib/json-pointer.js';
import { describeProblem } from '../conformance/describe-violation.js';
import {
  type BufferedResponse,
  findResponseViolations,
  parseJson,
  type Violation,
} from '../conformance/violations.js';
import { type SchemaLocation, type SchemaVisit, walkSchema } from '../conformance/walk-schema.js';
import type { Observation } from '../probes/probe.js';
import { keywordApplies } from './keyword-applies.js';
import type { Redact } from './redact.js';
import { locateRequestSchema, locateResponseSchema, responsePointer } from './schema-locations.js';

/** An observation that matches a part of the description, or does not. */
export interface Evidence extends DescriptionPlace {
  readonly matches: boolean;
  /** The operation and status, and the problem where it does not match. */
  readonly seen: string;
}

/** Statuses of a server that does not know a path or a method. */
const UNKNOWN_ROUTE = [404, 405, 501];

/** Collects what a request and its response show about the description. */
export function collectEvidence({ probe, exchange }: Observation, redact: Redact): Evidence[] {
  const { operation, result, requestBody } = exchange;
  if ('failure' in result) return [];
  const { status, body } = result;
  const seen = `${operation.operationId} ${status}`;
  const violations = findResponseViolations(operation, result);
  const isExpected = probe.expected.includes(status);
  return [
    ...collectRouteEvidence(operation, result, violations, isExpected),
    {
      pointer: responsePointer(operation, status) ?? '',
      keyword: 'content',
      matches: !violations.some(
        ({ place, path }) => place === 'Content-Type' || (place === 'body' && path === ''),
      ),
      seen,
    },
    ...collectBodyEvidence(locateResponseSchema(operation, status), body, seen, redact),
    // A request that was accepted was valid.
    ...(status < 300
      ? collectBodyEvidence(
          locateRequestSchema(operation),
          requestBody,
          `${operation.operationId} request`,
          redact,
        )
      : []),
  ];
}

/**
 * Decides whether a path and its method exist. A documented body proves it. A 401 or a 404 without a body does
 * not, because a server that does not know the path can return it, too.
 */
function collectRouteEvidence(
  operation: Operation,
  { status }: BufferedResponse,
  violations: readonly Violation[],
  isExpected: boolean,
): Evidence[] {
  const { operationId, path, method, responses } = operation;
  const route = {
    pointer: `/paths/${escapeStep(path)}/${method}`,
    keyword: undefined,
    seen: `${operationId} ${status}`,
  };
  const documented = responses.find((response) => response.status === status);
  const hasSucceeded = documented && status < 300 && !violations.some(isUnreadable);
  const hasDocumentedBody = jsonOf(documented) && violations.length === 0;
  if (hasSucceeded || hasDocumentedBody) return [{ ...route, matches: true }];
  return !isExpected && UNKNOWN_ROUTE.includes(status) ? [{ ...route, matches: false }] : [];
}

function isUnreadable({ place, rule }: Violation): boolean {
  return place === 'Content-Type' || (place === 'body' && ['missing', 'JSON'].includes(rule));
}

/** Collects what a body shows about the schemas that describe it. */
function collectBodyEvidence(
  location: SchemaLocation | undefined,
  body: string,
  seen: string,
  redact: Redact,
): Evidence[] {
  const json = parseJson(body);
  if (!location || !json) return [];
  const visits = walkSchema(location, json.value);
  const problems = collectProblems(visits, redact);
  return visits.flatMap(({ pointer, schema, path, value }) => {
    const ofValue = problems.get(value);
    const mark = schema['x-inferred'];
    const keywords = typeof mark === 'object' && mark !== null ? Object.keys(mark) : [];
    return [
      toEvidence({ pointer, keyword: undefined }, ofValue?.get(path), seen),
      ...keywords
        .filter((keyword) => keywordApplies(keyword, schema, value))
        .map((keyword) => toEvidence({ pointer, keyword }, ofValue?.get(`${path} ${keyword}`), seen)),
    ];
  });
}

/**
 * Collects the first problem of each place, and of each of its keywords. They are kept by values, since the items of
 * an array have one path: a search among the problems of a long array would take minutes.
 */
function collectProblems(visits: readonly SchemaVisit[], redact: Redact): Map<unknown, Map<string, string>> {
  const problems = new Map<unknown, Map<string, string>>();
  for (const { path, value, brokenRules } of visits) {
    if (brokenRules.length === 0) continue;
    const ofValue = problems.get(value) ?? new Map<string, string>();
    problems.set(value, ofValue);
    for (const { keyword, expected } of brokenRules) {
      const violation = { place: 'body', path, rule: keyword, expected, actual: value };
      const problem = describeProblem(violation, redact);
      for (const key of [path, `${path} ${keyword}`]) {
        if (!ofValue.has(key)) ofValue.set(key, problem);
      }
    }
  }
  return problems;
}

function toEvidence(place: DescriptionPlace, problem: string | undefined, seen: string): Evidence {
  return {
    ...place,
    matches: problem === undefined,
    seen: problem === undefined ? seen : `${seen}: it ${problem}`,
  };
}
