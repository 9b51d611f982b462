import type { Fault, LedgerEntry, RequestEntry } from 'lddpay-sandbox';

/** The controls of the sandbox, over HTTP. Each rejects when the sandbox rejects its request. */
export interface SandboxControls {
  reset(): Promise<void>;
  inject(fault: Fault): Promise<void>;
  revokeTokens(): Promise<void>;
  /** Returns the effects on money as strings, such as `Capture 1000`, in order. */
  effects(): Promise<string[]>;
  ledger(): Promise<LedgerEntry[]>;
  /** Returns the requests of an operation, in order. */
  requests(operationId: string): Promise<RequestEntry[]>;
}

/** @param baseUrl The URL of the sandbox. */
export function createSandboxControls(baseUrl: string): SandboxControls {
  const request = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = { 'Content-Type': 'application/json' };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${baseUrl}/_sandbox/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const send = async (method: string, path: string, body?: object): Promise<void> => {
    await (await request(method, path, body)).text();
  };
  const ledger = async () => (await (await request('GET', 'ledger')).json()) as LedgerEntry[];
  return {
    reset: () => send('POST', 'reset', {}),
    inject: (fault) => send('POST', 'faults', fault),
    revokeTokens: () => send('DELETE', 'tokens'),
    ledger,
    effects: async () => (await ledger()).map(({ type, amount }) => `${type} ${amount}`),
    requests: async (operationId) => {
      const entries = (await (await request('GET', 'requests')).json()) as RequestEntry[];
      return entries.filter((entry) => entry.operationId === operationId);
    },
  };
}
