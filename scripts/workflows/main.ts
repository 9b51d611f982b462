import { createSandbox } from 'lddpay-sandbox';
import pc from 'picocolors';
import { runDrift } from './drift.js';
import { runRespect, type StepExchange } from './respect.js';
import { createSignedBodies } from './signed-bodies.js';
import { type Workspace, withWorkspace } from './workspace.js';

const started = performance.now();
const sandbox = createSandbox({ seed: 1 });
const server = await sandbox.listen();
try {
  const passed = await withWorkspace(async (workspace) => {
    const exchanges = await runWorkflows(workspace);
    return exchanges !== undefined && checkDescription(workspace, exchanges);
  });
  process.exitCode = passed ? 0 : 1;
} finally {
  await server.close();
}
console.log(pc.dim(`${((performance.now() - started) / 1000).toFixed(1)} s`));

/**
 * Runs the workflows and prints the result of each.
 *
 * @returns The exchanges when all workflows pass; undefined when one fails.
 */
async function runWorkflows(workspace: Workspace): Promise<readonly StepExchange[] | undefined> {
  const { clientId, clientSecret, scope, signing } = sandbox.credentials;
  const inputs = { clientId, clientSecret, scope, ...createSignedBodies(signing, sandbox.clock.now()) };
  process.stdout.write(`Running ${workspace.files.length} workflow files against the sandbox `);
  const { workflows, failures } = await runRespect(workspace, server.url, inputs, () =>
    process.stdout.write('.'),
  );
  console.log('\n');
  for (const { name, passed, exchanges } of workflows) {
    const requests = exchanges.length === 1 ? 'request' : 'requests';
    const mark = passed ? pc.green('✓') : pc.red('✗');
    console.log(`${mark} ${name.padEnd(28)} ${pc.dim(`${exchanges.length} ${requests}`)}`);
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
async function checkDescription(workspace: Workspace, exchanges: readonly StepExchange[]): Promise<boolean> {
  const { differences, totals, missing } = await runDrift(workspace, server.url, exchanges);
  if (differences) console.log(differences);
  if (missing.length > 0) console.log(pc.red(`No workflow calls ${missing.join(', ')}.`));
  if (differences || missing.length > 0) return false;
  const shares = Object.entries(totals).map(([name, { covered, total }]) => `${covered} of ${total} ${name}`);
  console.log(`\n${exchanges.length} exchanges match the description: ${shares.join(', ')}`);
  return true;
}
