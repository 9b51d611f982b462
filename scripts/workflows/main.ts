import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import pc from 'picocolors';
import { readNoArguments, runCommand } from '../lib/command.js';
import { compare } from './drift.js';
import { type Exchange, respect } from './respect.js';
import { signedBodies } from './signed-bodies.js';
import { inWorkspace, type Workspace } from './workspace.js';

const USAGE = `Usage: npm run test:workflows

Runs the workflows in openapi/workflows/ against a sandbox and compares all requests
and responses with the description.

Exit status: 0 all workflows pass, call every operation and agree with the description;
1 something fails; 2 the arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: test });

async function test(): Promise<number> {
  const started = performance.now();
  const sandbox = createSandbox({ seed: 1 });
  const server = await sandbox.listen();
  try {
    const passed = await inWorkspace(async (workspace) => {
      const exchanges = await live(workspace, sandbox, server.url);
      return exchanges !== undefined && judge(workspace, server.url, exchanges);
    });
    return passed ? 0 : 1;
  } finally {
    await server.close();
    console.log(pc.dim(`${((performance.now() - started) / 1000).toFixed(1)} s`));
  }
}

/** Runs the workflows and says what became of each. Gives all that was sent and answered, if they all pass. */
async function live(
  workspace: Workspace,
  sandbox: Sandbox,
  url: string,
): Promise<readonly Exchange[] | undefined> {
  const { clientId, clientSecret, scope, signing } = sandbox.credentials;
  const inputs = { clientId, clientSecret, scope, ...signedBodies(signing, sandbox.clock.now()) };
  process.stdout.write(`Running ${workspace.files.length} files of workflows against the sandbox `);
  const { lives, failures } = await respect(workspace, url, inputs, () => process.stdout.write('.'));
  console.log('\n');
  for (const { name, passed, exchanges } of lives) {
    const requests = exchanges.length === 1 ? 'request' : 'requests';
    const mark = passed ? pc.green('✓') : pc.red('✗');
    console.log(`${mark} ${name.padEnd(28)} ${pc.dim(`${exchanges.length} ${requests}`)}`);
  }
  if (failures === '') return lives.flatMap(({ exchanges }) => exchanges);
  console.log(`\n${failures}\n`);
  return undefined;
}

/** Compares what happened with the description. Tells whether they agree, and no operation was left out. */
async function judge(workspace: Workspace, url: string, exchanges: readonly Exchange[]): Promise<boolean> {
  const { differences, totals, missing } = await compare(workspace, url, exchanges);
  if (differences) console.log(differences);
  if (missing.length > 0) console.log(pc.red(`No workflow calls ${missing.join(', ')}.`));
  if (differences || missing.length > 0) return false;
  const shares = Object.entries(totals).map(([name, { covered, total }]) => `${covered} of ${total} ${name}`);
  console.log(`\n${exchanges.length} exchanges agree with the description: ${shares.join(', ')}`);
  return true;
}
