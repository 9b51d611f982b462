import { valuesAt } from '../lib/values-at.js';

/**
 * Returns the id of what a write made, from the data of its success: of an action of a payment, or of a new payment.
 *
 * @param id The payment that the write acts on; undefined for a write that makes one.
 * @returns undefined where the data has no such id.
 */
export function idIn(id: unknown, data: unknown): string | undefined {
  const [made] = valuesAt(data, id === undefined ? 'id' : 'action_id');
  return typeof made === 'string' && made !== '' ? made : undefined;
}
