import { runProcess } from '../lib/run-process.js';

/** A program that passes with exit status 0. */
export interface Step {
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Whether its output is printed as it comes, and not whole when it ends. @default false */
  readonly isLive?: boolean;
}

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/**
 * Runs lanes at the same time, and the steps of a lane one after another. A step that fails stops no other.
 *
 * @param print Receives the output of the steps.
 * @returns The results, lane by lane.
 */
export async function runLanes(
  lanes: readonly (readonly Step[])[],
  print: (text: string) => void,
): Promise<StepResult[]> {
  const results = await Promise.all(lanes.map((steps) => runLane(steps, print)));
  return results.flat();
}

async function runLane(steps: readonly Step[], print: (text: string) => void): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step, print));
  return results;
}

async function runStep(
  { name, command: [file, ...args], isLive = false }: Step,
  print: (text: string) => void,
): Promise<StepResult> {
  const start = performance.now();
  const chunks: Buffer[] = [];
  const onOutput = isLive
    ? (chunk: Buffer) => print(chunk.toString())
    : (chunk: Buffer) => chunks.push(chunk);
  const { status } = await runProcess(file, args, { onOutput });
  const result = { name, passed: status === 0, seconds: (performance.now() - start) / 1000 };
  const output = Buffer.concat(chunks).toString().trim();
  if (!isLive) print(`\n${renderResult(result)}\n${output && `${output}\n`}\n`);
  return result;
}

/** Renders how a step ended as a line. */
export function renderResult({ name, passed, seconds }: StepResult): string {
  return `${passed ? '✓' : '✗'} ${name} ${passed ? 'passed' : 'failed'} after ${seconds.toFixed(0)} s`;
}
