import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.js';
import type { Workspace } from './workspace.js';

/** What was sent and answered, with secrets masked. */
export interface Exchange {
  readonly stepId: string;
  readonly status: string;
  readonly request: object;
  readonly response: { readonly statusCode: number; readonly body?: unknown };
}

/** What became of a workflow. */
export interface Life {
  readonly name: string;
  readonly passed: boolean;
  readonly exchanges: readonly Exchange[];
}

/** What became of all workflows. */
export interface Run {
  readonly lives: readonly Life[];
  /** What Respect said of the failures; empty when there are none. */
  readonly failures: string;
}

/** The parts of Respect's log that are read here. */
interface Log {
  readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly Workflow[] }>>;
}

interface Workflow {
  readonly workflowId: string;
  readonly status: string;
  readonly executedSteps: readonly (Exchange | Workflow)[];
}

/**
 * Runs the workflows with Redocly Respect, one after the other.
 *
 * @param url Where the API is.
 * @param inputs The inputs of the workflows; each takes those that it names.
 * @param onFile Is called after each file.
 */
export async function respect(
  { folder, files }: Workspace,
  url: string,
  inputs: object,
  onFile: () => void,
): Promise<Run> {
  const log = join(folder, 'log.json');
  const options = ['--server', `lddpay=${url}`, '--input', JSON.stringify(inputs), '--json-output', log];
  const { code, output } = await redocly(['respect', ...files, ...options], (chunk) => {
    if (chunk.includes('Summary for ')) onFile();
  });
  const lives = (await readLog(log)).map(lifeOf);
  return { lives, failures: code === 0 ? '' : failuresOf(output, lives) };
}

/** The workflows that were run; none when Respect could not begin. */
async function readLog(file: string): Promise<Workflow[]> {
  const text = await readFile(file, 'utf8').catch(() => '{"files":{}}');
  const { files } = JSON.parse(text) as Log;
  return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
}

function lifeOf(workflow: Workflow): Life {
  const { workflowId, status } = workflow;
  return { name: workflowId, passed: status === 'success', exchanges: exchangesOf(workflow) };
}

/** The exchange of a step, or those of a workflow that stands for one. */
function exchangesOf(step: Exchange | Workflow): Exchange[] {
  return 'executedSteps' in step ? step.executedSteps.flatMap(exchangesOf) : [step];
}

/** What the output says of failures, and what was answered, which it does not say. */
function failuresOf(output: string, lives: readonly Life[]): string {
  const sections = output.match(/Failed tests info:.*?(?=Summary for )/gs) ?? [];
  const answers = lives.flatMap(({ name, exchanges }) =>
    exchanges
      .filter(({ status }) => status !== 'success')
      .map(({ stepId, response: { statusCode, body } }) => {
        return `${name}, ${stepId}: answered with ${statusCode} ${JSON.stringify(body) ?? ''}`;
      }),
  );
  // Without a log Respect could not run a file, and says so anywhere.
  return lives.length === 0
    ? output
    : [...sections.map((section) => section.trimEnd()), ...answers].join('\n\n');
}
