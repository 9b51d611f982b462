import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from '../lib/redocly.js';
import type { Workspace } from './workspace.js';

/** The request and response of a workflow step, with secrets masked. */
export interface StepExchange {
  readonly stepId: string;
  readonly status: string;
  readonly request: object;
  readonly response: { readonly statusCode: number; readonly body?: unknown };
}

/** The result of one workflow. */
export interface WorkflowResult {
  readonly name: string;
  readonly passed: boolean;
  readonly exchanges: readonly StepExchange[];
}

/** The results of all workflows. */
export interface WorkflowRun {
  readonly workflows: readonly WorkflowResult[];
  /** The failures as Respect prints them; empty when there are none. */
  readonly failures: string;
}

/** The part of Respect's log that is read here. */
interface RespectLog {
  readonly files: Readonly<Record<string, { readonly executedWorkflows: readonly ExecutedWorkflow[] }>>;
}

interface ExecutedWorkflow {
  readonly workflowId: string;
  readonly status: string;
  readonly executedSteps: readonly (StepExchange | ExecutedWorkflow)[];
}

/**
 * Runs the workflows one after another with Redocly Respect.
 *
 * @param url The base URL of the API.
 * @param inputs The inputs of all workflows; each workflow reads those that it declares.
 * @param onFile Called after each file.
 */
export async function runRespect(
  { folder, files }: Workspace,
  url: string,
  inputs: object,
  onFile: () => void,
): Promise<WorkflowRun> {
  const log = join(folder, 'log.json');
  const options = ['--server', `lddpay=${url}`, '--input', JSON.stringify(inputs), '--json-output', log];
  const { code, output } = await redocly(['respect', ...files, ...options], (chunk) => {
    if (chunk.includes('Summary for ')) onFile();
  });
  const workflows = (await readLog(log)).map(createResult);
  return { workflows, failures: code === 0 ? '' : describeFailures(output, workflows) };
}

/** Reads the executed workflows; none when Respect could not start. */
async function readLog(file: string): Promise<ExecutedWorkflow[]> {
  const text = await readFile(file, 'utf8').catch(() => '{"files":{}}');
  const { files } = JSON.parse(text) as RespectLog;
  return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
}

function createResult(workflow: ExecutedWorkflow): WorkflowResult {
  const { workflowId, status } = workflow;
  return { name: workflowId, passed: status === 'success', exchanges: listExchanges(workflow) };
}

/** Lists the exchange of a step, or those of a nested workflow. */
function listExchanges(step: StepExchange | ExecutedWorkflow): StepExchange[] {
  return 'executedSteps' in step ? step.executedSteps.flatMap(listExchanges) : [step];
}

/** Describes the failures by the output of Respect, and adds the responses, which the output lacks. */
function describeFailures(output: string, workflows: readonly WorkflowResult[]): string {
  const sections = output.match(/Failed tests info:.*?(?=Summary for )/gs) ?? [];
  const responses = workflows.flatMap(({ name, exchanges }) =>
    exchanges
      .filter(({ status }) => status !== 'success')
      .map(({ stepId, response: { statusCode, body } }) => {
        return `${name}, ${stepId}: responded with ${statusCode} ${JSON.stringify(body) ?? ''}`;
      }),
  );
  // Without a log Respect could not run any file, and the reason can be anywhere in its output.
  return workflows.length === 0
    ? output
    : [...sections.map((section) => section.trimEnd()), ...responses].join('\n\n');
}
