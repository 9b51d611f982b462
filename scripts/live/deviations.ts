import type { Objection } from '../conformance/judges.js';
import { placeOf, problemOf } from '../conformance/violation-text.js';
import { type Answer, type Fault, responseFaults } from '../conformance/violations.js';
import type { Operation } from '../lib/description.js';
import type { Observation, Probe } from './asking.js';
import { PROPERTY_NAMES } from './known.js';
import type { Show } from './shown.js';

/** Something that the provider does and the description does not say. */
export interface Deviation {
  readonly operationId: string;
  /** The status of the answer; null without an answer. */
  readonly status: number | null;
  /** Where: `answer`, `status`, `header …` or `body…`. */
  readonly place: string;
  /** What is wrong there, to be read after the place. */
  readonly problem: string;
  /** Who found it; nobody where no answer of its own is wrong. */
  readonly judges: readonly ('Ajv' | 'Prism')[];
  /** The probes that it showed in. */
  readonly probes: readonly string[];
}

type Finding = Pick<Deviation, 'place' | 'problem' | 'judges'>;

const FAILURES = {
  unreachable: 'is missing: the host could not be reached',
  late: 'is missing: it took too long',
  broken: 'is missing: the connection broke',
} as const;

/** Everything that deviates, each thing once for an operation and a status, in the order it showed. */
export function deviationsOf(observations: readonly Observation[], show: Show): Deviation[] {
  const deviations = new Map<string, Deviation>();
  for (const { probe, exchange } of observations) {
    const { operationId } = exchange.operation;
    const status = 'status' in exchange.outcome ? exchange.outcome.status : null;
    for (const finding of findingsOf(probe, exchange, show)) {
      const key = JSON.stringify([operationId, status, finding.place, finding.problem]);
      const known = deviations.get(key);
      const probes = [...new Set([...(known?.probes ?? []), probe.what])];
      deviations.set(key, { operationId, status, ...finding, ...known, probes });
    }
  }
  return [...deviations.values()];
}

function findingsOf(
  probe: Probe,
  { operation, outcome, objections }: Observation['exchange'],
  show: Show,
): Finding[] {
  if ('failure' in outcome) return [{ place: 'answer', problem: FAILURES[outcome.failure], judges: [] }];
  const faults = responseFaults(operation, outcome);
  const judges = objections.length > 0 ? (['Ajv', 'Prism'] as const) : (['Ajv'] as const);
  return [
    ...surprise(probe, operation, outcome),
    ...faults.map((fault: Fault) => ({ place: placeOf(fault), problem: problemOf(fault, show), judges })),
    ...(faults.length === 0 ? objections.map(objected) : []),
  ];
}

/** A documented status that is not the answer to this. */
function surprise({ expected }: Probe, { responses }: Operation, { status }: Answer): Finding[] {
  const documented = responses.some((response) => response.status === status);
  if (!documented || expected.includes(status)) return [];
  return [{ place: 'status', problem: `is ${status}, where ${expected.join(' or ')} is due`, judges: [] }];
}

/** What Prism alone has found. Its message can quote the response, so only what the description knows of is taken. */
function objected({ path, code }: Objection): Finding {
  const place = path.map((name) => (PROPERTY_NAMES.has(name) ? name : '*')).join('.') || 'answer';
  return {
    place,
    problem: `breaks ${code ? `\`${code}\`` : 'a rule'}, as Prism alone says`,
    judges: ['Prism'],
  };
}
