import * as sandboxPackage from 'lddpay-sandbox';
import type { compileProgram } from '../compile-program.js';
import type { ProgramToRun, SandboxView, Setup, WorkerMessage } from '../messages.js';
import { createEnvironment } from '../sandbox-environment.js';
import { createConsole, formatUncaught } from './console.js';
import { delay } from './delay.js';
import { Output } from './output.js';
import { makePayment, readPayments } from './payments.js';
import { Recorder } from './recorder.js';
import { refuseNetwork } from './refuse-network.js';
import { registerModules, requireModule } from './registry.js';
import { SANDBOX_URL } from './sandbox-url.js';
import { Timers } from './timers.js';

type Program = (
  require: (name: string) => object,
  exports: object,
  startBlock: (index: number) => boolean,
) => Promise<void>;

const AsyncFunction = (async () => {}).constructor as new (...args: string[]) => Program;

/** How many requests, effects and payments the page shows. */
const SHOWN = 100;

/** Browsers report a rejection that nothing awaits some time later. */
const REJECTION_MS = 30;

/** How long a program can take after its last statement, in ms. An interval that is never cleared has no end. */
const MAX_WAIT_MS = 60_000;

/** What ends a program that calls `process.exit`. */
const EXIT = Symbol('exit');

/** The time between two views of the sandboxes while a program runs, in ms. */
const VIEW_INTERVAL_MS = 100;

/**
 * Runs a program in this worker, whose global `fetch` leads to the sandbox of the environment from then on, and nowhere
 * else.
 */
export async function runProgram(
  { code, block, setup }: ProgramToRun,
  send: (message: WorkerMessage) => void,
): Promise<void> {
  const output = new Output((text) => send({ type: 'output', text }));
  let lastView = 0;
  const recorder = new Recorder(() => {
    if (performance.now() - lastView < VIEW_INTERVAL_MS) return;
    lastView = performance.now();
    send({ type: 'view', view: createView(recorder) });
  });
  const sandbox = recorder.watch(sandboxPackage.createSandbox(createOptions(setup)));
  refuseNetwork();
  const timers = new Timers();
  registerModules({
    'lddpay-sandbox': {
      ...sandboxPackage,
      createSandbox: (...args: Parameters<typeof sandboxPackage.createSandbox>) =>
        recorder.watch(sandboxPackage.createSandbox(...args)),
    },
  });
  let paymentId: string | undefined;
  let hasFailed = false;
  let hasExited = false;
  let markExited = () => {};
  const exited = new Promise<void>((resolve) => {
    markExited = resolve;
  });
  const exit = (code = 0): never => {
    hasExited = true;
    hasFailed = Number(code) !== 0;
    output.isShown = false;
    markExited();
    throw EXIT;
  };
  // Globals, so that a program can declare the same names.
  Object.assign(globalThis, {
    fetch: sandbox.fetch,
    console: createConsole((text) => output.print(text)),
    process: { env: createEnvironment(sandbox, SANDBOX_URL), exit },
  });
  const fail = (error: unknown) => {
    if (hasExited) return;
    hasFailed = true;
    output.isShown = true;
    output.print(formatUncaught(error));
  };
  // With their defaults prevented, the page does not take them for errors of the runner.
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error);
  });
  try {
    let compiled = typeof code === 'string' ? code : compile(code);
    if (setup.payment) {
      const [watched] = recorder.sandboxes;
      paymentId = watched && (await makePayment(watched, setup.payment.state));
      compiled = compiled.replaceAll(setup.payment.exampleId, String(paymentId));
    }
    const program = new AsyncFunction('require', 'exports', 'startBlock', compiled);
    const running = program(requireModule, {}, (index) => {
      if (index === block) {
        output.isShown = true;
        recorder.clear();
      }
      return index <= block;
    });
    await Promise.race([running, exited]);
  } catch (error) {
    fail(error);
  }
  // What the program did not wait for.
  const deadline = performance.now() + MAX_WAIT_MS;
  for (let idle = 0; idle < 2 && !hasExited; ) {
    await delay(REJECTION_MS);
    idle = recorder.pending + timers.pending > 0 ? 0 : idle + 1;
    if (performance.now() < deadline) continue;
    output.print('… Stopped after a minute: a timer or a request is still pending.\n');
    break;
  }
  await recorder.settle();
  const payments = await Promise.all(recorder.sandboxes.map((watched) => readPayments(watched, SHOWN)));
  send({ type: 'view', view: { ...createView(recorder), payments: payments.flat().slice(-SHOWN) } });
  send({ type: 'end', hasFailed, paymentId });
}

/** Compiles blocks that were edited, with the compiler that the page loaded for that. */
function compile(blocks: readonly string[]): string {
  const compiler = (globalThis as { compileProgram?: typeof compileProgram }).compileProgram;
  if (!compiler) throw new Error('The compiler is not loaded.');
  return compiler(blocks);
}

function createOptions({ seed, now }: Setup): sandboxPackage.SandboxOptions {
  return {
    ...(seed !== undefined && { seed }),
    ...(now !== undefined && { now: () => Date.parse(now) }),
  };
}

function createView({ requests, ledger }: Recorder): SandboxView {
  const lines = ledger.slice(-SHOWN).map(({ type, amount, currency, paymentId }) => ({
    type,
    amount,
    currency,
    paymentId,
  }));
  return { requests: requests.slice(-SHOWN), ledger: lines };
}
