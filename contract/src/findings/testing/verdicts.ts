import { expect } from 'vitest';
import { listInferredElements } from '../../../../scripts/lib/inferred-elements.js';
import { document } from '../../conformance/description.js';
import type { Observation } from '../../probes/probe.js';
import { collectEvidence } from '../evidence.js';
import { assessInferences, type InferenceResult } from '../inference-results.js';

const elements = listInferredElements(document);

/** Assesses an element, by its group and name. */
function assess(of: string, observations: readonly Observation[]): InferenceResult {
  const evidence = observations.flatMap((observation) => collectEvidence(observation, () => undefined));
  const results = assessInferences(elements, evidence);
  return results.find(({ group, name }) => `${group} ${name}` === of) ?? expect.unreachable();
}

/** Returns what observations say about an element, by its group and name. */
export function verdict(of: string, ...observations: Observation[]): string {
  return assess(of, observations).verdict;
}

/** Returns in what observations an element was seen, by its group and name. */
export function seen(of: string, ...observations: Observation[]): string {
  return assess(of, observations).seen;
}
