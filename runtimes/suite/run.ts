import type { Behaviour, Context } from './behaviour.js';

/** What came of a behaviour. */
export interface Result {
  readonly name: string;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** How many behaviours are still to come. */
  readonly left: number;
  /** What went wrong; left out when nothing did. */
  readonly failure?: string;
}

/** Runs behaviours one after another, each on an empty sandbox, and prints a line of JSON for each. */
export async function run(behaviours: readonly Behaviour[], context: Context): Promise<void> {
  for (const [index, { name, run }] of behaviours.entries()) {
    const started = performance.now();
    const failure = await failureOf(run, context);
    const ms = Math.round(performance.now() - started);
    const left = behaviours.length - index - 1;
    const result: Result = { name, ms, left, ...(failure !== undefined && { failure }) };
    console.log(JSON.stringify(result));
  }
}

async function failureOf(run: Behaviour['run'], context: Context): Promise<string | undefined> {
  try {
    await context.sandbox.reset();
    await run(context);
    return undefined;
  } catch (error) {
    return textOf(error);
  }
}

/** An error and what it was caused by, in words. */
function textOf(error: unknown): string {
  const cause =
    error instanceof Error && error.cause !== undefined ? `, because of ${textOf(error.cause)}` : '';
  return String(error) + cause;
}
