import { bodySchema, document } from '../conformance/description.js';
import { problemOf } from '../conformance/violation-text.js';
import { type Answer, type Fault, parseJson, responseFaults } from '../conformance/violations.js';
import { inspect, type Place, type Visit } from '../conformance/walk-schema.js';
import { jsonOf, type Operation } from '../lib/description.js';
import { applies } from './applies.js';
import type { Observation } from './asking.js';
import { type Site, toStep } from './inferred.js';
import type { Show } from './shown.js';

/** That something of the description was seen to hold, or not to. */
export interface Sign extends Site {
  readonly held: boolean;
  /** Where it was seen, and what was wrong. */
  readonly seen: string;
}

/** Statuses of a path or a method that a server does not know. */
const UNKNOWN_ROUTE = [404, 405, 501];

const CONTENT = 'content/application~1json/schema';

/** What a request and its answer say of the description. */
export function signsOf({ probe, exchange }: Observation, show: Show): Sign[] {
  const { operation, outcome, sent } = exchange;
  if ('failure' in outcome) return [];
  const { status, text } = outcome;
  const { operationId } = operation;
  const faults = responseFaults(operation, outcome);
  const response = responsePointer(operation, status);
  const surprising = !probe.expected.includes(status);
  const answered = { pointer: response ?? '', keyword: 'content', seen: `${operationId} ${status}` };
  return [
    ...routeSigns(operation, outcome, faults, surprising),
    {
      ...answered,
      held: !faults.some(({ place, path }) => place === 'Content-Type' || (place === 'body' && path === '')),
    },
    ...valueSigns(responsePlace(operation, status), text, `${operationId} ${status}`, show),
    // What was accepted was right.
    ...(status < 300 ? valueSigns(requestPlace(operation), sent, `${operationId} request`, show) : []),
  ];
}

/**
 * Whether a path and its method are there. A documented body says so; a 401 or a 404 without one can come
 * from a server that knows no such path.
 */
function routeSigns(
  operation: Operation,
  { status }: Answer,
  faults: readonly Fault[],
  surprising: boolean,
): Sign[] {
  const { operationId, path, method, responses } = operation;
  const site = {
    pointer: `/paths/${toStep(path)}/${method}`,
    keyword: undefined,
    seen: `${operationId} ${status}`,
  };
  const documented = responses.find((response) => response.status === status);
  const succeeded = documented && status < 300 && !faults.some(isUnreadable);
  const refused = jsonOf(documented) && faults.length === 0;
  if (succeeded || refused) return [{ ...site, held: true }];
  return surprising && UNKNOWN_ROUTE.includes(status) ? [{ ...site, held: false }] : [];
}

function isUnreadable({ place, rule }: Fault): boolean {
  return place === 'Content-Type' || (place === 'body' && ['missing', 'JSON'].includes(rule));
}

/** What a body says of the schemas that speak of it. */
export function valueSigns(place: Place | undefined, text: string, seen: string, show: Show): Sign[] {
  const body = parseJson(text);
  if (!place || !body) return [];
  const visits = inspect(place, body.value);
  return visits.flatMap((visit) => {
    const wrong = visits.filter(({ path }) => path === visit.path).flatMap((one) => problemsOf(one, show));
    const { pointer, schema, value } = visit;
    const mark = schema['x-inferred'];
    const keywords = typeof mark === 'object' && mark !== null ? Object.keys(mark) : [];
    return [
      signOf({ pointer, keyword: undefined }, wrong, seen),
      ...keywords
        .filter((keyword) => applies(keyword, schema, value))
        .map((keyword) =>
          signOf(
            { pointer, keyword },
            wrong.filter((one) => one.keyword === keyword),
            seen,
          ),
        ),
    ];
  });
}

interface Problem {
  readonly keyword: string;
  readonly text: string;
}

function problemsOf({ path, value, breaches }: Visit, show: Show): Problem[] {
  return breaches.map(({ keyword, limit }) => {
    const problem = problemOf({ place: 'body', path, rule: keyword, limit, value }, show);
    return { keyword, text: problem };
  });
}

function signOf(site: Site, [problem]: readonly Problem[], seen: string): Sign {
  return {
    ...site,
    held: problem === undefined,
    seen: problem === undefined ? seen : `${seen}: it ${problem.text}`,
  };
}

function responsePlace(operation: Operation, status: number): Place | undefined {
  const pointer = responsePointer(operation, status);
  const schema = jsonOf(operation.responses.find((response) => response.status === status))?.schema;
  return schema && { pointer: `${pointer}/${CONTENT}`, schema };
}

function requestPlace(operation: Operation): Place | undefined {
  const schema = bodySchema(operation);
  return (
    schema && {
      pointer: `/paths/${toStep(operation.path)}/${operation.method}/requestBody/${CONTENT}`,
      schema,
    }
  );
}

function responsePointer({ path, method }: Operation, status: number): string | undefined {
  const response = document.paths[path]?.[method]?.responses[status];
  if (!response) return undefined;
  return '$ref' in response ? response.$ref.slice(1) : `/paths/${toStep(path)}/${method}/responses/${status}`;
}
