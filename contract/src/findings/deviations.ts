import type { Operation } from '../../../scripts/lib/description.js';
import { describePlace, describeProblem } from '../conformance/describe-violation.js';
import type { PrismViolation } from '../conformance/prism-violations.js';
import { PROPERTY_NAMES } from '../conformance/property-names.js';
import { type BufferedResponse, findResponseViolations, type Violation } from '../conformance/violations.js';
import type { ProviderExchange } from '../connection/connection.js';
import type { ConnectionFailure } from '../connection/request-provider.js';
import type { Observation, Probe } from '../probes/probe.js';
import { canBeOfGateway, readStatus } from '../probes/response-fields.js';
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
  /** Deviations that follow from this one, or have the same cause. They are in no other list. */
  readonly related?: readonly Deviation[];
}

/** What single responses show. */
export interface ResponseFindings {
  readonly deviations: readonly Deviation[];
  /** Differences that the description allows: new members of open enums, documented failures of the server, and limits of the rate of requests. */
  readonly allowed: readonly Deviation[];
  /** Where the deviations are, and the places of fields that are missing. */
  readonly places: readonly ResponsePlace[];
  /** Where new members of open enums are: nothing can be judged by them. */
  readonly newMembers: readonly ResponsePlace[];
}

/** A place in the responses of an operation with a status. */
type ResponsePlace = Pick<Deviation, 'operationId' | 'status' | 'place'>;

interface Finding extends Pick<Deviation, 'place' | 'problem' | 'judges'> {
  readonly isAllowed?: boolean;
  readonly isNewMember?: boolean;
  /** The names of the fields that the place lacks. */
  readonly missing?: readonly unknown[];
}

const FAILURES: Readonly<Record<ConnectionFailure['failure'], string>> = {
  refused: 'is missing: the connection was refused',
  blocked: 'is missing: `fetch` does not connect to the port',
  unreachable: 'is missing: the host could not be reached',
  'no TLS': 'is missing: the host could not be reached by https',
  'not HTTP': 'is missing: the host does not speak HTTP',
  timeout: 'is missing: it took too long',
  'too long': 'has a body that exceeds 32 MiB, the default of `maxResponseBytes`',
  disconnected: 'is missing: the connection was closed',
};

/**
 * Lists each deviation once for an operation and a status, in the order of the observations. What is wrong with a
 * response only where its status is wrong for the request belongs to the deviation of the status.
 */
export function findDeviations(observations: readonly Observation[], redact: Redact): ResponseFindings {
  const deviations = new Map<string, Deviation>();
  const allowed = new Map<string, Deviation>();
  const related = new Map<string, Map<string, Deviation>>();
  const places: ResponsePlace[] = [];
  const newMembers: ResponsePlace[] = [];
  for (const { probe, exchange } of observations) {
    const findings = checkExchange(probe, exchange, redact);
    const cause = findings.find(({ place, isAllowed }) => place === 'status' && !isAllowed);
    for (const finding of findings) {
      if (finding.isAllowed || cause === undefined || finding === cause) {
        addFinding(finding.isAllowed ? allowed : deviations, finding, probe, exchange);
        const found = listPlaces(finding, exchange);
        if (finding.isNewMember) newMembers.push(...found);
        // What else is allowed explains nothing.
        else if (!finding.isAllowed) places.push(...found);
      } else {
        const key = findingKey(cause, exchange);
        const ofCause = related.get(key) ?? new Map<string, Deviation>();
        related.set(key, ofCause);
        addFinding(ofCause, finding, probe, exchange);
      }
    }
  }
  const withRelated = [...deviations].map(([key, deviation]) => {
    const ofCause = [...(related.get(key) ?? [])].filter(([other]) => !deviations.has(other));
    return ofCause.length === 0 ? deviation : { ...deviation, related: ofCause.map(([, one]) => one) };
  });
  return { deviations: withRelated, allowed: [...allowed.values()], places, newMembers };
}

function listPlaces({ place, missing = [] }: Finding, exchange: ProviderExchange): ResponsePlace[] {
  const { operationId } = exchange.operation;
  const status = readStatus(exchange) ?? null;
  const places = [place, ...missing.map((name) => `${place}.${name}`)];
  return places.map((one) => ({ operationId, status, place: one }));
}

function addFinding(
  found: Map<string, Deviation>,
  { isAllowed, isNewMember, missing, ...finding }: Finding,
  probe: Probe,
  exchange: ProviderExchange,
): void {
  const key = findingKey(finding, exchange);
  const earlier = found.get(key);
  const probes = [...new Set([...(earlier?.probes ?? []), probe.what])];
  const { operationId } = exchange.operation;
  found.set(key, { operationId, status: readStatus(exchange) ?? null, ...finding, ...earlier, probes });
}

function findingKey({ place, problem }: Finding, exchange: ProviderExchange): string {
  return JSON.stringify([exchange.operation.operationId, readStatus(exchange), place, problem]);
}

function checkExchange(
  probe: Probe,
  { operation, result, prismViolations }: ProviderExchange,
  redact: Redact,
): Finding[] {
  if ('failure' in result) return [{ place: 'response', problem: FAILURES[result.failure], judges: [] }];
  const violations = findResponseViolations(operation, result);
  const judges = prismViolations.length > 0 ? (['Ajv', 'Prism'] as const) : (['Ajv'] as const);
  const ofStatus = checkExpectedStatus(probe, operation, result);
  const ofResponse = [
    ...violations
      .filter((violation) => !followsFromMediaType(violation, violations))
      .map((violation) => ({
        place: describePlace(violation),
        ...describeViolation(violation, redact),
        judges,
      })),
    ...(violations.length === 0 ? prismViolations.map(fromPrism) : []),
  ];
  const isOfGateway = isDocumented(operation, result) && canBeOfGateway(result.status);
  return [
    ...ofStatus,
    ...ofResponse.map((finding) => (isOfGateway ? { ...finding, isAllowed: true } : finding)),
  ];
}

function isDocumented({ responses }: Operation, { status }: BufferedResponse): boolean {
  return responses.some((response) => response.status === status);
}

/** A body of another media type, such as an error page in HTML, is not JSON either. */
function followsFromMediaType({ rule }: Violation, violations: readonly Violation[]): boolean {
  return rule === 'JSON' && violations.some(({ place }) => place === 'Content-Type');
}

/** Enums in responses are open: a new member is no deviation, but another spelling of a documented one is. */
function describeViolation(
  violation: Violation,
  redact: Redact,
): Pick<Finding, 'problem' | 'isAllowed' | 'isNewMember' | 'missing'> {
  const problem = describeProblem(violation, redact);
  const { rule, expected, actual } = violation;
  const isNewMember =
    rule === 'enum' &&
    typeof actual === 'string' &&
    /\w/.test(actual) &&
    [expected].flat().every((member) => readLetters(String(member)) !== readLetters(actual));
  return isNewMember
    ? {
        problem: `${problem}: no deviation, because enums in responses are open`,
        isAllowed: true,
        isNewMember,
      }
    : { problem, missing: rule === 'required' ? [expected].flat() : [] };
}

function readLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Reports a documented status that is wrong for the probe. */
function checkExpectedStatus(
  { expected }: Probe,
  operation: Operation,
  response: BufferedResponse,
): Finding[] {
  const { status } = response;
  if (!isDocumented(operation, response) || expected.includes(status)) return [];
  if (canBeOfGateway(status)) {
    const outcome = status === 429 ? 'the request was put off' : 'the request failed';
    const problem = `is ${status}: ${outcome}, which is documented and no deviation`;
    return [{ place: 'status', problem, judges: [], isAllowed: true }];
  }
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
