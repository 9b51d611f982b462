import { type Api, openApi } from './api.js';
import type { Fields } from './fixtures.js';

/** Creates a payment that waits for its payer. Returns the URL of the payer's page with it. */
export async function requestChallengedPayment(
  fields: Fields = {},
): Promise<{ api: Api; id: string; page: string }> {
  const api = await openApi();
  const { status, body } = await api.pay({ amount: 1003, ...fields });
  if (status !== 202) throw new Error(`The response has status ${status}: the payment waits for no payer.`);
  return { api, id: body.id, page: String(body._links?.['redirect']?.href) };
}
