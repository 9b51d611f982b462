import { createSandbox, type Sandbox, type Server } from 'lddpay-sandbox';
import type { Violation } from '../scripts/conformance/judges.js';
import type { Operation } from '../scripts/lib/description.js';
import { startMockServer, startProxy } from '../scripts/lib/prism.js';
import { type Caller, type CallInput, CREDENTIALS, createCaller } from './caller.js';
import { preferring } from './prefer-header.js';
import { arrange } from './scenarios.js';

/** A started target, and a client that talks to nothing else. */
export interface Contract extends Caller {
  /**
   * Brings about what an answer takes, and gives what to call the operation with to get it.
   * @param status A documented one.
   */
  arrange(operation: Operation, status: number): Promise<CallInput>;
  close(): Promise<void>;
}

/** Something that claims to do what the description says. */
export interface Target {
  readonly name: string;
  /** Who looks at each exchange. */
  readonly judges: readonly Violation['judge'][];
  start(): Promise<Contract>;
}

/** Knows nothing but the description, and answers with its examples. */
export const mock: Target = { name: 'the mock', judges: ['Ajv', 'Prism'], start: startMock };

export const targets: readonly Target[] = [
  mock,
  { name: 'the sandbox', judges: ['Ajv'], start: startSandbox },
  { name: 'the sandbox behind Prism', judges: ['Ajv', 'Prism'], start: startProxiedSandbox },
];

/** The day before the instant that the examples capture at, which is then still to come. */
const TODAY = Date.UTC(2026, 1, 28);

async function startMock(): Promise<Contract> {
  const server = await startMockServer();
  return {
    ...createCaller(server.url),
    arrange: async (operation, status) => preferring(operation, `code=${status}`),
    close: () => server.close(),
  };
}

async function startSandbox(): Promise<Contract> {
  const sandbox = createExampleSandbox();
  return contractOf(sandbox, await sandbox.listen());
}

async function startProxiedSandbox(): Promise<Contract> {
  const sandbox = createExampleSandbox();
  const server = await sandbox.listen();
  return contractOf(sandbox, await startProxy(server.url), server);
}

function createExampleSandbox(): Sandbox {
  const { clientId, clientSecret, signing } = CREDENTIALS;
  return createSandbox({
    clientId,
    clientSecret,
    siteIdentifier: signing.siteIdentifier,
    signingSecret: signing.secret,
    seed: 1,
    now: () => TODAY,
  });
}

/** @param front The server that the client talks to; those behind it are closed after it. */
function contractOf(sandbox: Sandbox, front: Server, ...behind: Server[]): Contract {
  const caller = createCaller(front.url);
  return {
    ...caller,
    arrange: (operation, status) => arrange({ sandbox, client: caller.client }, operation, status),
    async close() {
      for (const server of [front, ...behind]) await server.close();
    },
  };
}
