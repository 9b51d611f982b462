import { createSandbox, type Sandbox, type Server } from 'lddpay-sandbox';
import type { ExchangeViolation } from '../../contract/src/conformance/testing/exchange-violations.js';
import type { Operation } from '../../scripts/lib/description.js';
import { type PrismServer, startMockServer, startProxy } from '../../scripts/lib/prism.js';
import { startMockCommand } from '../../scripts/mock/mock-command.js';
import { type Caller, type CallInput, CREDENTIALS, createCaller } from './caller.js';
import { inputWithPreferHeader } from './prefer-header.js';
import { prepareScenario } from './scenarios.js';

/** A target that runs, with a client that talks to it alone. */
export interface RunningTarget extends Caller {
  /**
   * Prepares the target so that an operation responds with a documented status.
   *
   * @returns The input to call the operation with.
   */
  prepare(operation: Operation, status: number): Promise<CallInput>;
  close(): Promise<void>;
}

/** An implementation of the description. */
export interface Target {
  readonly name: string;
  /** The checkers that look at each exchange. */
  readonly checkers: readonly ExchangeViolation['checker'][];
  start(): Promise<RunningTarget>;
}

/** Targets that know only the description and respond with its examples. */
export const mocks: readonly Target[] = [
  { name: 'the mock', checkers: ['Ajv', 'Prism'], start: () => startMock(startMockServer()) },
  { name: 'the Prism command', checkers: ['Ajv', 'Prism'], start: () => startMock(startMockCommand()) },
];

export const targets: readonly Target[] = [
  ...mocks,
  { name: 'the sandbox', checkers: ['Ajv'], start: startSandbox },
  { name: 'the sandbox behind Prism', checkers: ['Ajv', 'Prism'], start: startProxiedSandbox },
];

/** Starts the client of a mock, which responds with the status that a request prefers. */
export async function startMock(starting: Promise<PrismServer>): Promise<RunningTarget> {
  const server = await starting;
  return {
    ...createCaller(server.url),
    prepare: async (operation, status) => inputWithPreferHeader(operation, `code=${status}`),
    close: () => server.close(),
  };
}

/** Starts the sandbox by itself, with the time and the credentials of the examples. */
export async function startSandbox(): Promise<RunningTarget> {
  const sandbox = createExampleSandbox();
  return runSandbox(sandbox, await sandbox.listen());
}

async function startProxiedSandbox(): Promise<RunningTarget> {
  const sandbox = createExampleSandbox();
  const server = await sandbox.listen();
  return runSandbox(sandbox, await startProxy(server.url), server);
}

/** Creates a sandbox with the time and the credentials of the examples. */
export function createExampleSandbox(): Sandbox {
  const { clientId, clientSecret, signing } = CREDENTIALS;
  return createSandbox({
    clientId,
    clientSecret,
    siteIdentifier: signing.siteIdentifier,
    signingSecret: signing.secret,
    // Its time is shortly before the captures that the examples schedule.
    seed: 1,
  });
}

/** @param front The server that the client talks to. The servers behind it are closed after it. */
function runSandbox(sandbox: Sandbox, front: Server, ...behind: Server[]): RunningTarget {
  const caller = createCaller(front.url);
  return {
    ...caller,
    prepare: (operation, status) => prepareScenario({ sandbox, client: caller.client }, operation, status),
    async close() {
      for (const server of [front, ...behind]) await server.close();
    },
  };
}
