import type { Operation } from '../../../scripts/lib/description.js';
import { describePlace, describeProblem } from '../conformance/describe-violation.js';
import type { PrismViolation } from '../conformance/prism-violations.js';
import { PROPERTY_NAMES } from '../conformance/property-names.js';
import { type BufferedResponse, findResponseViolations } from '../conformance/violations.js';
import type { ProviderExchange } from '../connection/connection.js';
import type { Observation, Probe } from '../probes/probe.js';
import type { Redact } from './redact.js';

/** A difference between the provider and the description. */
export interface Deviation {
  readonly operationId: string;
  /** The status of the response; null without a response. */
  readonly status: number | null;
  /** `response`, `status`, `header …` or `body…`. */
  readonly place: string;
  /** The problem, to be read after the place. */
  readonly problem: string;
  /** The checkers that found it; empty where the response by itself matches the description. */
  readonly judges: readonly ('Ajv' | 'Prism')[];
  /** The probes that showed it. */
  readonly probes: readonly string[];
  /** Set for a response that matches the description by itself, and means something else. */
  readonly meaning?: {
    /** The check that found it. */
    readonly check: string;
    /** Where the expectation comes from: the published page, or what the description infers. */
    readonly basis: 'documented' | 'inferred';
  };
}

type Finding = Pick<Deviation, 'place' | 'problem' | 'judges'>;

const FAILURES = {
  unreachable: 'is missing: the host could not be reached',
  timeout: 'is missing: it took too long',
  disconnected: 'is missing: the connection was closed',
} as const;

/** Lists each deviation once for an operation and a status, in the order of the observations. */
export function findDeviations(observations: readonly Observation[], redact: Redact): Deviation[] {
  const deviations = new Map<string, Deviation>();
  for (const { probe, exchange } of observations) {
    const { operationId } = exchange.operation;
    const status = 'status' in exchange.result ? exchange.result.status : null;
    for (const finding of checkExchange(probe, exchange, redact)) {
      const key = JSON.stringify([operationId, status, finding.place, finding.problem]);
      const earlier = deviations.get(key);
      const probes = [...new Set([...(earlier?.probes ?? []), probe.what])];
      deviations.set(key, { operationId, status, ...finding, ...earlier, probes });
    }
  }
  return [...deviations.values()];
}

function checkExchange(
  probe: Probe,
  { operation, result, prismViolations }: ProviderExchange,
  redact: Redact,
): Finding[] {
  if ('failure' in result) return [{ place: 'response', problem: FAILURES[result.failure], judges: [] }];
  const violations = findResponseViolations(operation, result);
  const judges = prismViolations.length > 0 ? (['Ajv', 'Prism'] as const) : (['Ajv'] as const);
  return [
    ...checkExpectedStatus(probe, operation, result),
    ...violations.map((violation) => ({
      place: describePlace(violation),
      problem: describeProblem(violation, redact),
      judges,
    })),
    ...(violations.length === 0 ? prismViolations.map(fromPrism) : []),
  ];
}

/** Reports a documented status that is wrong for the probe. */
function checkExpectedStatus(
  { expected }: Probe,
  { responses }: Operation,
  { status }: BufferedResponse,
): Finding[] {
  const isDocumented = responses.some((response) => response.status === status);
  if (!isDocumented || expected.includes(status)) return [];
  return [{ place: 'status', problem: `is ${status}, expected ${expected.join(' or ')}`, judges: [] }];
}

/** Prism's message can quote the response, so only what the description contains is taken from it. */
function fromPrism({ path, code }: PrismViolation): Finding {
  return {
    place:
      path.map((name) => (name === 'body' || PROPERTY_NAMES.has(name) ? name : '*')).join('.') || 'response',
    problem: `violates ${code ? `\`${code}\`` : 'a rule'}, according to Prism alone`,
    judges: ['Prism'],
  };
}
