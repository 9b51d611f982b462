import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<Record<string, ActionInput>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

interface ActionInput {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

interface ActionStep {
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

/** The composite action, as `action.yml` has it. */
export const action: Action = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));

/** The only step of the action. */
export const [step = {} as ActionStep] = action.runs.steps;

/** How the step ended, and what it left for the job. */
export interface StepResult {
  readonly status: number | null;
  /** Both streams. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: string;
}

/**
 * Runs the step as a runner does: with inputs in place of its expressions, and with bash.
 *
 * @param inputs The inputs that a workflow sets.
 * @param temp The temporary folder of the runner.
 * @param path The folders in which bash finds programs.
 */
export async function runStep(
  inputs: Readonly<Record<string, string>>,
  temp: string,
  path: string,
): Promise<StepResult> {
  const files = await mkdtemp(join(tmpdir(), 'lddpay-action-'));
  const [script, summary, outputs] = ['script.sh', 'summary.md', 'outputs.txt'].map((name) =>
    join(files, name),
  );
  if (!script || !summary || !outputs) throw new Error('A file has no name.');
  await Promise.all([
    writeFile(script, evaluate(step.run, inputs)),
    writeFile(summary, ''),
    writeFile(outputs, ''),
  ]);
  const values = Object.entries(step.env).map(([name, value]) => [name, evaluate(value, inputs)]);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: temp,
    env: {
      PATH: path,
      HOME: process.env['HOME'],
      RUNNER_TEMP: temp,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: outputs,
      ...Object.fromEntries(values),
    },
  });
  const [[status], out, err] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  const result = {
    status,
    log: out + err,
    summary: await readFile(summary, 'utf8'),
    outputs: await readFile(outputs, 'utf8'),
  };
  await rm(files, { recursive: true });
  return result;
}

/** Puts the values of inputs, or their defaults, in place of expressions. An input without either is empty. */
function evaluate(value: string, inputs: Readonly<Record<string, string>>): string {
  return value.replace(
    /\$\{\{ inputs\.([\w-]+) \}\}/g,
    (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
  );
}
