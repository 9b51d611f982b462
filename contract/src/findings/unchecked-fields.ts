import { inferredElements } from '../conformance/description.js';
import type { Observation } from '../probes/probe.js';
import { readStatus } from '../probes/response-fields.js';

/** The fields of requests that only a server which checks signatures looks at. */
const SIGNATURE_FIELD = /\/properties\/(signature|timestamp)$/;

/** Lists the fields, by pointer, that a server does not look at: it accepted a request with a wrong signature. */
export function listUncheckedFields(observations: readonly Observation[]): string[] {
  const isAccepted = observations.some(
    ({ probe, exchange }) => probe.isWronglySigned === true && (readStatus(exchange) ?? Infinity) < 300,
  );
  const pointers = inferredElements.map(({ pointer }) => pointer);
  return isAccepted ? pointers.filter((pointer) => SIGNATURE_FIELD.test(pointer)) : [];
}
