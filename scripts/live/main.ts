import { setTimeout as wait } from 'node:timers/promises';
import { isLddPayError } from 'lddpay';
import { runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { CannotRun } from './cannot-run.js';
import { renderMarkdown, renderReason } from './render-markdown.js';
import { renderText } from './render-text.js';
import { isClean, type Report } from './report.js';
import { settingsFromEnv } from './settings.js';
import { type Arguments, readArguments, USAGE } from './usage.js';

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 20_000;

interface Rendering {
  readonly report: (report: Report) => string;
  /** What is printed where there is none; undefined for nothing. */
  readonly reason?: (reason: string) => string;
}

const RENDERINGS: Readonly<Record<Arguments['format'], Rendering>> = {
  text: { report: renderText },
  markdown: { report: renderMarkdown, reason: renderReason },
  json: {
    report: (report) => JSON.stringify(report, undefined, 2),
    reason: (reason) => JSON.stringify({ reason }, undefined, 2),
  },
};

await runCommand({ usage: USAGE, read: readArguments, run, failureStatus: 2 });

async function run({ format, pause }: Arguments): Promise<number> {
  const rendering = RENDERINGS[format];
  try {
    const settings = settingsFromEnv(process.env);
    // Prism takes long to load, and nobody has to wait for it to be told of a mistake.
    const { checkLive } = await import('./check-live.js');
    const report = await checkLive(settings, {
      timer: { now: () => performance.now(), wait: (ms) => wait(ms) },
      pause,
      timeout: TIMEOUT,
      run: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      progress: printProgress,
    });
    process.stdout.write(`${rendering.report(report)}\n`);
    return isClean(report) ? 0 : 1;
  } catch (error) {
    const reason = reasonOf(error);
    printProgress(reason);
    if (rendering.reason) process.stdout.write(`${rendering.reason(reason)}\n`);
    return 2;
  }
}

/** Why there is no report. The texts of other errors could quote what was sent. */
function reasonOf(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  if (isLddPayError(error) && error.kind === 'config') return error.message;
  return `The run broke off with an unexpected ${error instanceof Error ? error.name : typeof error}.`;
}
