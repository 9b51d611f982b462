import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import { colors } from '../lib/colors.js';
import { readNoArguments, runCommand } from '../lib/command.js';
import { runDrift } from './drift.js';
import { runRespect, type StepExchange } from './respect.js';
import { createSignedBodies } from './signed-bodies.js';
import { type Workspace, withWorkspace } from './workspace.js';

const USAGE = `Usage: npm run test:workflows

Runs the workflows in openapi/workflows/ against a sandbox and compares all requests
and responses with the description.

Exit status: 0 all workflows pass, call every operation and match the description;
1 something fails; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: test });

async function test(): Promise<number> {
  const started = performance.now();
  const sandbox = createSandbox({ seed: 1 });
  const server = await sandbox.listen();
  try {
    const passed = await withWorkspace(async (workspace) => {
      const exchanges = await runWorkflows(workspace, sandbox, server.url);
      return exchanges !== undefined && checkDescription(workspace, server.url, exchanges);
    });
    return passed ? 0 : 1;
  } finally {
    await server.close();
    console.log(colors.dim(`${((performance.now() - started) / 1000).toFixed(1)} s`));
  }
}

/**
 * Runs the workflows and prints the result of each.
 *
 * @returns The exchanges when all workflows pass; undefined when one fails.
 */
async function runWorkflows(
  workspace: Workspace,
  sandbox: Sandbox,
  url: string,
): Promise<readonly StepExchange[] | undefined> {
  const { clientId, clientSecret, scope, signing } = sandbox.credentials;
  const signed = await createSignedBodies(signing, sandbox.clock.now());
  const inputs = { clientId, clientSecret, scope, ...signed };
  process.stdout.write(`Running ${workspace.files.length} workflow files against the sandbox `);
  const { workflows, failures } = await runRespect(workspace, url, inputs, () => process.stdout.write('.'));
  console.log('\n');
  for (const { name, passed, exchanges } of workflows) {
    const requests = exchanges.length === 1 ? 'request' : 'requests';
    const mark = passed ? colors.green('✓') : colors.red('✗');
    console.log(`${mark} ${name.padEnd(28)} ${colors.dim(`${exchanges.length} ${requests}`)}`);
  }
  if (failures === '') return workflows.flatMap(({ exchanges }) => exchanges);
  console.log(`\n${failures}\n`);
  return undefined;
}

/**
 * Compares the exchanges with the description and prints the result.
 *
 * @returns true when they match and every operation was called.
 */
async function checkDescription(
  workspace: Workspace,
  url: string,
  exchanges: readonly StepExchange[],
): Promise<boolean> {
  const { differences, totals, missing } = await runDrift(workspace, url, exchanges);
  if (differences) console.log(differences);
  if (missing.length > 0) console.log(colors.red(`No workflow calls ${missing.join(', ')}.`));
  if (differences || missing.length > 0) return false;
  const shares = Object.entries(totals).map(([name, { covered, total }]) => `${covered} of ${total} ${name}`);
  console.log(`\n${exchanges.length} exchanges match the description: ${shares.join(', ')}`);
  return true;
}
