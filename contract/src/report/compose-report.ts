import { inferredElements, operations } from '../conformance/description.js';
import { type Deviation, findDeviations } from '../findings/deviations.js';
import { collectEvidence } from '../findings/evidence.js';
import { assessInferences } from '../findings/inference-results.js';
import { createRedact } from '../findings/redact.js';
import { listUncheckedFields } from '../findings/unchecked-fields.js';
import { checkMeaning } from '../meaning/check-meaning.js';
import { collectLinkEvidence, explainLinks } from '../meaning/described-links.js';
import type { CheckContext } from '../meaning/history/comparison.js';
import { readHistory, readUnanswered } from '../meaning/history/history.js';
import type { Observation } from '../probes/probe.js';
import { canBeOfGateway, readStatus } from '../probes/response-fields.js';
import type { SettingProblem } from '../probes/setting-problem.js';
import { formatDeviation, type Report } from './report.js';

/** The findings of a run that do not follow from single observations. */
interface Findings extends Pick<Report, 'notes' | 'held'> {
  readonly unchecked: readonly string[];
  readonly settings: readonly SettingProblem[];
}

/**
 * Composes the report of a run from its observations.
 *
 * @param observed The observations of the run.
 * @param findings The findings that do not follow from single observations.
 * @param secrets The strings that the report must not show.
 * @param context What the checks of meaning know besides the responses.
 */
export function composeReport(
  observed: readonly Observation[],
  findings: Findings,
  secrets: readonly string[],
  context: Omit<CheckContext, 'unanswered'>,
): Report {
  const redact = createRedact(secrets);
  const observations = expectExplained(observed, findings.settings);
  const history = readHistory(observations);
  const unchecked = listUncheckedFields(observations);
  const evidence = [
    ...observations.flatMap((observation) => collectEvidence(observation, redact)),
    ...collectLinkEvidence(history),
    // That a field was accepted which nobody looked at confirms nothing.
  ].filter(({ pointer }) => !unchecked.includes(pointer));
  const reasons = new Map(explainLinks(history));
  for (const pointer of unchecked) reasons.set(pointer, 'a wrong signature was accepted');
  const found = findDeviations(observations, redact);
  const unanswered = readUnanswered(observations);
  const meaning = checkMeaning(history, { ...context, unanswered }, found);
  return {
    answered: operations.map(({ operationId }) => ({
      operationId,
      statuses: countStatuses(operationId, observations),
    })),
    deviations: meaning.deviations,
    meaning: meaning.results,
    inferred: assessInferences(inferredElements, evidence, reasons),
    notes: [...findings.notes, ...found.allowed.map(describeAllowed)],
    unchecked: [
      ...findings.unchecked,
      ...listFailedProbes(observations),
      ...meaning.failed.map((check) => `The check of ${check} failed, so it compared nothing.`),
    ],
    settings: findings.settings.map(({ text }) => text),
    held: findings.held,
  };
}

/** Expects the responses that a setting explains. */
function expectExplained(
  observed: readonly Observation[],
  settings: readonly SettingProblem[],
): readonly Observation[] {
  const explained = settings.flatMap(({ explains }) => explains);
  return observed.map(({ probe, exchange }) => {
    const status = readStatus(exchange);
    return explained.includes(exchange) && status !== undefined
      ? { exchange, probe: { ...probe, expected: [...probe.expected, status] } }
      : { exchange, probe };
  });
}

/** The requests that failed or were put off, where no other response shows what they are sent for. */
function listFailedProbes(observations: readonly Observation[]): string[] {
  const failed = observations.flatMap(({ probe, exchange }) => {
    const status = readStatus(exchange) ?? 0;
    if (!canBeOfGateway(status)) return [];
    const isShown = observations.some(
      (other) =>
        other.probe.operationId === probe.operationId &&
        (probe.kind === undefined || other.probe.kind === probe.kind) &&
        probe.expected.includes(readStatus(other.exchange) ?? 0),
    );
    return isShown
      ? []
      : [`${probe.operationId} ${probe.what} was not checked, because its response is a ${status}.`];
  });
  return [...new Set(failed)];
}

function describeAllowed(difference: Deviation): string {
  return `${formatDeviation(difference)} (${difference.probes.join(', ')}).`;
}

/** Counts how often an operation returned each status. */
function countStatuses(operationId: string, observations: readonly Observation[]): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const { exchange } of observations) {
    const status = readStatus(exchange);
    if (exchange.operation.operationId !== operationId || status === undefined) continue;
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}
