import type { Behaviour, Context } from './lib/behaviour.js';

/** The result of a behaviour. */
export interface BehaviourResult {
  readonly name: string;
  /** How long it took, in ms. */
  readonly ms: number;
  /** How many behaviours follow. */
  readonly left: number;
  /** Why it failed; left out when it passed. */
  readonly failure?: string;
}

/** Runs behaviours one after another, each on an empty sandbox, and prints each result as a line of JSON. */
export async function runBehaviours(behaviours: readonly Behaviour[], context: Context): Promise<void> {
  for (const [index, { name, run }] of behaviours.entries()) {
    const started = performance.now();
    const failure = await failureOf(run, context);
    const ms = Math.round(performance.now() - started);
    const left = behaviours.length - index - 1;
    const result: BehaviourResult = { name, ms, left, ...(failure !== undefined && { failure }) };
    console.log(JSON.stringify(result));
  }
}

async function failureOf(run: Behaviour['run'], context: Context): Promise<string | undefined> {
  try {
    await context.sandbox.reset();
    await run(context);
    return undefined;
  } catch (error) {
    return formatError(error);
  }
}

/** Formats an error and its causes. */
function formatError(error: unknown): string {
  const cause =
    error instanceof Error && error.cause !== undefined ? `, caused by ${formatError(error.cause)}` : '';
  return String(error) + cause;
}
