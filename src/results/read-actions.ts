import type { PaymentAction } from '../../generated/models.js';
import type { ApiResponse } from './api-promise.js';

/** The operation that lists actions. */
export interface ActionsReader {
  getPaymentActions(
    id: string,
    options: object,
  ): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
}

/**
 * Reads the actions of a payment, each once: one that is listed twice is one effect. Two that differ are two, whatever
 * their ids are.
 */
export async function readActions(
  reader: ActionsReader,
  id: string,
  options: object,
): Promise<{ readonly actions: readonly PaymentAction[]; readonly headers: Headers }> {
  const { data, headers } = await reader.getPaymentActions(id, options).withResponse();
  const seen = new Map<string, PaymentAction>();
  const actions = data.filter((action) => {
    const same = seen.get(action.id);
    if (typeof action.id === 'string') seen.set(action.id, action);
    return !same || same.type !== action.type || same.amount !== action.amount;
  });
  return { actions, headers };
}
