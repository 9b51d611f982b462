import { createSandbox, FAULT_EFFECTS, type LedgerEntry, type Sandbox, type Server } from 'lddpay-sandbox';

const sandbox: Sandbox = createSandbox({ seed: 1 });
sandbox.faults.inject({ operationId: 'requestPayment', effect: FAULT_EFFECTS[0] });
// @ts-expect-error: an operation that does not exist
sandbox.faults.inject({ operationId: 'payRequest', effect: FAULT_EFFECTS[0] });
// @ts-expect-error: a seed that is a string
createSandbox({ seed: '1' });

const entries: readonly LedgerEntry[] = sandbox.ledger();

/** Uses a server of the sandbox. */
export async function use(): Promise<Response> {
  const server: Server = await sandbox.listen({ port: 0 });
  const response: Response = await sandbox.fetch(server.url);
  await server.close();
  return response;
}

export { entries };
