import { openApi } from './api.js';
import { type Fields, UNKNOWN_ID } from './fixtures.js';

export interface Issued {
  readonly access_token: string;
}

/** Opens a sandbox whose tokens live for 60 s, with functions to request a token and to use one. */
export async function openTokenApi() {
  const api = await openApi({ tokenLifetime: 60 });
  return {
    ...api.sandbox,
    api,
    ask: (fields: Fields = {}) => api.post<Issued>('/connect/token', { ...api.tokenRequest, ...fields }),
    /** Returns the status of a request with the token: 404 when the token is valid. */
    use: async (token?: string) => {
      const { status } = await api.get(`/payments/${UNKNOWN_ID}`, token === undefined ? {} : { token });
      return status;
    },
  };
}
