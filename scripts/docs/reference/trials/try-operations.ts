import { type Client, createClient, isLddPayError } from 'lddpay';
import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import {
  createExampleRequests,
  type ExampleRequest,
  omitSignature,
} from '../../../generate/example-request.js';
import { type Document, listOperations, type Operation } from '../../../lib/description.js';
import { createSampleSetup } from '../samples/sample-setup.js';
import { type MakePayment, PAYMENT_STATES } from './payment-states.js';

/** What the sandbox did when an operation was tried. */
export interface OperationTrials {
  /** With a payment in each status; none when the operation does not change a payment. */
  readonly states: readonly StateTrial[];
  /** With each example of a request, in the order of the description. */
  readonly examples: readonly TrialResponse[];
}

/** The effect of an operation on a payment in some status. */
export interface StateTrial {
  readonly before: string;
  readonly response: number;
  readonly after: string;
}

/** A response of the sandbox. */
export interface TrialResponse {
  readonly status: number;
  /** Undefined when there is none. */
  readonly body: unknown;
}

type Call = (...args: unknown[]) => {
  withResponse(): Promise<{ readonly status: number; readonly data: unknown }>;
};

/** Tries every operation on the sandbox, by operation ID. */
export async function tryOperations(document: Document): Promise<Map<string, OperationTrials>> {
  const trials = listOperations(document).map(async (operation) => {
    const states = await tryStates(document, operation);
    return [
      operation.operationId,
      { states, examples: await tryExamples(document, operation, states) },
    ] as const;
  });
  return new Map(await Promise.all(trials));
}

async function tryStates(document: Document, operation: Operation): Promise<StateTrial[]> {
  const [request] = createExampleRequests(document, operation);
  if (!request || operation.method === 'get' || !hasPaymentId(operation)) return [];
  return Promise.all(
    Object.entries(PAYMENT_STATES).map(async ([before, make]) => {
      const trial = await makePayment(make, operation);
      if ((await readStatus(trial)) !== before) throw new Error(`This makes no payment that is ${before}.`);
      const { status } = await send(trial.lddpay, request, trial.id);
      return { before, response: status, after: await readStatus(trial) };
    }),
  );
}

/** Tries each example with a payment in the first status that allows the operation. */
async function tryExamples(
  document: Document,
  operation: Operation,
  states: readonly StateTrial[],
): Promise<TrialResponse[]> {
  // A token is in no response that could be shown.
  if (operation['x-token-endpoint']) return [];
  const before = states.find(({ response }) => response < 300)?.before ?? 'Captured';
  const make = PAYMENT_STATES[before] as MakePayment;
  return Promise.all(
    createExampleRequests(document, operation).map(async (request) => {
      const { lddpay, id } = await makePayment(make, operation);
      return send(lddpay, request, id);
    }),
  );
}

interface Trial {
  readonly sandbox: Sandbox;
  readonly lddpay: Client<true>;
  readonly id: string;
}

/** Makes a payment in a new sandbox, the same as that of the samples, so that equal trials have equal responses. */
async function makePayment(make: MakePayment, { operationId }: Operation): Promise<Trial> {
  const { seed, now } = createSampleSetup(operationId);
  const sandbox = createSandbox({ seed, now: () => Date.parse(now) });
  const { credentials, fetch } = sandbox;
  const lddpay = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch, maxRetries: 0 });
  return { sandbox, lddpay, id: await make(lddpay, sandbox) };
}

async function send(lddpay: Client<true>, request: ExampleRequest, id: string): Promise<TrialResponse> {
  const { operation, query, body } = request;
  const call = lddpay[operation.operationId as keyof Client<true>] as unknown as Call;
  const values = [
    ...(hasPaymentId(operation) ? [id] : []),
    ...(query ? [query] : []),
    ...(body ? [omitSignature(request)] : []),
  ];
  try {
    const { status, data } = await call(...values).withResponse();
    return { status, body: data };
  } catch (error) {
    if (!isLddPayError(error) || error.status === undefined) throw error;
    return { status: error.status, body: error.body };
  }
}

async function readStatus({ lddpay, id }: Trial): Promise<string> {
  return (await lddpay.getPaymentDetails(id)).status;
}

function hasPaymentId({ path }: Operation): boolean {
  return path.includes('{id}');
}
