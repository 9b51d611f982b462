import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { documentedResponses } from '../../contract/src/conformance/testing/documented-responses.js';
import { makePayment, startTestRunner, WRITES } from '../../contract/src/testing/test-run.js';
import { startMockServer } from '../../scripts/lib/prism.js';
import { createCaller } from './caller.js';
import { prepareScenario } from './scenarios.js';
import { createExampleSandbox, startMock } from './targets.js';

/** What makes an operation respond with a status: `fault` is the sandbox with an injected fault. */
export type StatusDriver = 'mock' | 'sandbox' | 'fault' | 'workflow' | 'live';

/** The drivers of each documented status, by operation ID. */
export type StatusDrivers = Readonly<Record<string, Readonly<Record<number, readonly StatusDriver[]>>>>;

/** The drivers of each response that was seen, by the name of the response, such as `voidPayment 202`. */
type SeenResponses = ReadonlyMap<string, StatusDriver>;

interface Workflow {
  readonly steps: readonly {
    readonly operationId?: string;
    readonly successCriteria?: readonly { readonly condition: string }[];
  }[];
}

const workflows = new URL('../../openapi/workflows/', import.meta.url);

/** Observes what drives each documented status: runs the mock, the sandbox and the live check, reads the workflows. */
export async function observeStatusDrivers(): Promise<StatusDrivers> {
  const seen = [await driveMock(), await driveSandbox(), readWorkflows(), await driveLiveCheck()];
  const drivers: Record<string, Record<number, readonly StatusDriver[]>> = {};
  for (const { name, operation, response } of documentedResponses) {
    drivers[operation.operationId] = {
      ...drivers[operation.operationId],
      [response.status]: seen.flatMap((responses) => responses.get(name) ?? []),
    };
  }
  return drivers;
}

/** Renders the drivers as JSON with a line for each status. */
export function renderStatusDrivers(drivers: StatusDrivers): string {
  const operations = Object.entries(drivers).map(([operationId, statuses]) => {
    const lines = Object.entries(statuses).map(
      ([status, names]) => `    "${status}": [${names.map((name) => `"${name}"`).join(', ')}]`,
    );
    return `  "${operationId}": {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${operations.join(',\n')}\n}\n`;
}

async function driveMock(): Promise<SeenResponses> {
  const mock = await startMock(startMockServer());
  try {
    for (const { operation, response } of documentedResponses) {
      await mock.call(operation, await mock.prepare(operation, response.status)).catch(() => {});
    }
    return new Map(mock.exchanges.map(({ operationId, status }) => [`${operationId} ${status}`, 'mock']));
  } finally {
    await mock.close();
  }
}

async function driveSandbox(): Promise<SeenResponses> {
  const sandbox = createExampleSandbox();
  const server = await sandbox.listen();
  const caller = createCaller(server.url);
  const seen = new Map<string, StatusDriver>();
  try {
    for (const { operation, response } of documentedResponses) {
      const target = { sandbox, client: caller.client };
      await caller.call(operation, await prepareScenario(target, operation, response.status)).catch(() => {});
      const { operationId, status, fault } = sandbox.requests().at(-1) ?? {};
      seen.set(`${operationId} ${status}`, fault ? 'fault' : 'sandbox');
    }
    return seen;
  } finally {
    await server.close();
  }
}

/** Reads the status that each step of the workflows requires; `npm run test:workflows` shows that it comes. */
function readWorkflows(): SeenResponses {
  const files = readdirSync(workflows).filter((file) => file.endsWith('.arazzo.yaml'));
  const parsed = files.map(
    (file) =>
      parse(readFileSync(new URL(file, workflows), 'utf8')) as { readonly workflows: readonly Workflow[] },
  );
  const steps = parsed.flatMap((file) => file.workflows.flatMap((workflow) => workflow.steps));
  return new Map(
    steps.flatMap(({ operationId, successCriteria = [] }) =>
      successCriteria.flatMap(({ condition }) => {
        const status = /^\$statusCode == (\d{3})$/.exec(condition)?.[1];
        return operationId && status ? [[`${operationId} ${status}`, 'workflow'] as const] : [];
      }),
    ),
  );
}

/** Runs the live check on a server that responds as the sandbox does and has a payment. */
async function driveLiveCheck(): Promise<SeenResponses> {
  const runner = await startTestRunner();
  try {
    await makePayment(runner.provider.sandbox);
    const { report } = await runner.run(WRITES);
    return new Map(
      report.answered.flatMap(({ operationId, statuses }) =>
        Object.keys(statuses).map((status) => [`${operationId} ${status}`, 'live'] as const),
      ),
    );
  } finally {
    await runner.close();
  }
}
