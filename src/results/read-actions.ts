import type { PaymentAction } from '../../generated/models.js';
import type { ApiResponse } from './api-promise.js';

/** The operation that lists actions. */
export interface ActionsReader {
  getPaymentActions(
    id: string,
    options: object,
  ): { withResponse(): Promise<ApiResponse<readonly PaymentAction[]>> };
}

/** Reads the actions of a payment, each once: one that is listed twice is one effect. */
export async function readActions(
  reader: ActionsReader,
  id: string,
  options: object,
): Promise<{ readonly actions: readonly PaymentAction[]; readonly headers: Headers }> {
  const { data, headers } = await reader.getPaymentActions(id, options).withResponse();
  const actions = new Map(data.map((action) => [action.id, action]));
  return { actions: [...actions.values()], headers };
}
