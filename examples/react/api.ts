// The client of the page. Its backend hands out tokens, and forwards its requests to the API.
import { createClient } from 'lddpay';
import { createFetchClient } from 'lddpay/openapi-fetch';
import createQueryHooks from 'openapi-react-query';

export const lddpay = createClient({
  baseUrl: `${location.origin}/api`,
  tokenProvider: async ({ refusedToken }) =>
    (await fetch('/token', { method: 'POST', body: JSON.stringify({ refusedToken }) })).json(),
});

export const $api = createQueryHooks(createFetchClient(lddpay));
