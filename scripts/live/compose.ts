import { document, operations } from '../conformance/description.js';
import { type Observation, statusOf } from './asking.js';
import { deviationsOf } from './deviations.js';
import { inferredElements } from './inferred.js';
import type { Report } from './report.js';
import { createShow } from './shown.js';
import { signsOf } from './signs.js';
import { verdictsOf } from './verdicts.js';
import type { Written } from './writes.js';

/**
 * What a run has found, by what it has seen.
 *
 * @param secrets What the report must not show.
 */
export function composeReport(
  observations: readonly Observation[],
  { notes, held, deviations }: Written,
  secrets: readonly string[],
): Report {
  const show = createShow(secrets);
  const signs = observations.flatMap((observation) => signsOf(observation, show));
  return {
    answered: operations.map(({ operationId }) => ({
      operationId,
      statuses: statusesOf(operationId, observations),
    })),
    deviations: [...deviationsOf(observations, show), ...deviations],
    inferred: verdictsOf(inferredElements(document), signs),
    notes,
    held,
  };
}

/** How often an operation answered with each status. */
function statusesOf(operationId: string, observations: readonly Observation[]): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const { exchange } of observations) {
    const status = statusOf(exchange);
    if (exchange.operation.operationId !== operationId || status === undefined) continue;
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}
