import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runProcess } from '../lib/run-process.js';
import type { Project } from '../packages/project.js';
import { startSandbox } from '../packages/sandbox-process.js';

const PROGRAM = new URL('programs/merchant.js', import.meta.url);

/** A version whose client and sandbox are installed. */
export interface InstalledVersion {
  readonly name: string;
  readonly project: Project;
}

/** What was tried, and what went wrong with it. */
export interface UpgradeResult {
  readonly title: string;
  /** Undefined when nothing did. */
  readonly problem: string | undefined;
}

/** What the program prints after each step. */
const EXPECTED = {
  pay: {
    status: 'Voided',
    isListed: true,
    actions: ['Authorization', 'Authorization', 'Capture', 'Refund', 'Refund', 'Void'],
    tokens: 1,
  },
  begin: { state: 'open', tokens: 1 },
  // Without a token of its own: it takes that of the store.
  goOn: { resumed: ['ORD-3 done'], state: 'done', isItsOwn: true, tokens: 0 },
} as const;

type Step = keyof typeof EXPECTED;

/** Uses two versions together, in all ways in which an upgrade can make them meet. */
export async function checkUpgrade(one: InstalledVersion, other: InstalledVersion): Promise<UpgradeResult[]> {
  const results: UpgradeResult[] = [];
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  for (const [client, server] of pairs) {
    const title = `the client of ${client.name} against the sandbox of ${server.name}`;
    results.push({ title, problem: await runSteps(server, [[client, 'pay']]) });
  }
  for (const [writer, reader] of pairs) {
    const title = `the token and the intent that ${writer.name} stored, with ${reader.name}`;
    const steps = [
      [writer, 'begin'],
      [reader, 'goOn'],
    ] as const;
    results.push({ title, problem: await runSteps(writer, steps) });
  }
  return results;
}

/** Runs steps one after another on a new sandbox and a new store, and returns what went wrong. */
async function runSteps(
  server: InstalledVersion,
  steps: readonly (readonly [InstalledVersion, Step])[],
): Promise<string | undefined> {
  const sandbox = await startSandbox(server.project);
  const folder = await mkdtemp(join(server.project.folder, 'store-'));
  const env = {
    ...process.env,
    ...sandbox.env,
    LDDPAY_SITE_IDENTIFIER: 'S0000000001',
    LDDPAY_SIGNING_SECRET: 'sandbox-signing-secret',
  };
  try {
    for (const [{ project }, step] of steps) {
      const program = join(project.folder, 'merchant.js');
      await copyFile(PROGRAM, program);
      const args = [program, step, join(folder, 'store.json')];
      const { status, stdout, stderr } = await runProcess(process.execPath, args, { env });
      if (status !== 0) return `${step} ended with ${status}: ${findMessage(stderr)}`;
      if (!isDeepStrictEqual(JSON.parse(stdout), EXPECTED[step])) return `${step} printed ${stdout}`;
    }
    return undefined;
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true });
  }
}

/** Finds the line of an error in what a program printed. */
function findMessage(stderr: string): string {
  return stderr.split('\n').find((line) => /^\w*Error: /.test(line)) ?? stderr;
}
