import { listInferredElements } from '../../../scripts/lib/inferred-elements.js';
import { document, operations } from '../conformance/description.js';
import { findDeviations } from '../findings/deviations.js';
import { collectEvidence } from '../findings/evidence.js';
import { assessInferences } from '../findings/inference-results.js';
import { createRedact } from '../findings/redact.js';
import { checkMeaning } from '../meaning/check-meaning.js';
import { collectLinkEvidence, explainLinks } from '../meaning/described-links.js';
import type { CheckContext } from '../meaning/history/comparison.js';
import { readHistory } from '../meaning/history/history.js';
import type { Observation } from '../probes/probe.js';
import { readStatus } from '../probes/response-fields.js';
import type { Report } from './report.js';

/**
 * Composes the report of a run from its observations.
 *
 * @param findings The findings that do not follow from single observations.
 * @param secrets The strings that the report must not show.
 * @param context What the checks of meaning know besides the responses.
 */
export function composeReport(
  observations: readonly Observation[],
  findings: Pick<Report, 'notes' | 'held'>,
  secrets: readonly string[],
  context: CheckContext,
): Report {
  const redact = createRedact(secrets);
  const history = readHistory(observations);
  const evidence = [
    ...observations.flatMap((observation) => collectEvidence(observation, redact)),
    ...collectLinkEvidence(history),
  ];
  const deviations = findDeviations(observations, redact);
  const meaning = checkMeaning(history, context, deviations);
  return {
    answered: operations.map(({ operationId }) => ({
      operationId,
      statuses: countStatuses(operationId, observations),
    })),
    deviations: [...deviations, ...meaning.deviations],
    meaning: meaning.results,
    inferred: assessInferences(listInferredElements(document), evidence, explainLinks(history)),
    notes: findings.notes,
    held: findings.held,
  };
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
