import type { Fault, LedgerEntry, RequestEntry } from 'lddpay-sandbox';

/** The sandbox's controls, over HTTP. Each rejects when the sandbox does not take what it is told. */
export interface Controls {
  reset(): Promise<void>;
  inject(fault: Fault): Promise<void>;
  revokeTokens(): Promise<void>;
  /** The effects on money in words, such as `Capture 1000`, in order. */
  effects(): Promise<string[]>;
  ledger(): Promise<LedgerEntry[]>;
  /** The requests of an operation, in order. */
  requests(operationId: string): Promise<RequestEntry[]>;
}

/** @param baseUrl Where the sandbox is. */
export function controlsOf(baseUrl: string): Controls {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = { 'Content-Type': 'application/json' };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${baseUrl}/_sandbox/${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const tell = async (method: string, path: string, body?: object): Promise<void> => {
    await (await ask(method, path, body)).text();
  };
  const ledger = async () => (await (await ask('GET', 'ledger')).json()) as LedgerEntry[];
  return {
    reset: () => tell('POST', 'reset', {}),
    inject: (fault) => tell('POST', 'faults', fault),
    revokeTokens: () => tell('DELETE', 'tokens'),
    ledger,
    effects: async () => (await ledger()).map(({ type, amount }) => `${type} ${amount}`),
    requests: async (operationId) => {
      const entries = (await (await ask('GET', 'requests')).json()) as RequestEntry[];
      return entries.filter((entry) => entry.operationId === operationId);
    },
  };
}
