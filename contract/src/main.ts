#!/usr/bin/env node
import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { isLddPayError } from 'lddpay';
import { runCommand } from '../../scripts/lib/command.js';
import { printProgress } from '../../scripts/lib/progress.js';
import { renderMarkdown, renderReason } from './report/render-markdown.js';
import { renderText } from './report/render-text.js';
import { exitStatus, type Report } from './report/report.js';
import { CannotRun } from './settings/cannot-run.js';
import { settingsFromEnv } from './settings/settings.js';
import { type Arguments, readArguments, USAGE } from './usage.js';

/** The time for a response including its body, in milliseconds. */
const TIMEOUT = 20_000;

interface Renderer {
  readonly report: (report: Report) => string;
  /** Renders the reason why there is no report. Without it, nothing is printed in place of the report. */
  readonly reason?: (reason: string) => string;
}

const RENDERERS: Readonly<Record<Arguments['format'], Renderer>> = {
  text: { report: renderText },
  markdown: { report: renderMarkdown, reason: renderReason },
  json: {
    report: (report) => JSON.stringify(report, undefined, 2),
    reason: (reason) => JSON.stringify({ reason }, undefined, 2),
  },
};

await runCommand({ usage: USAGE, read: readArguments, run, failureStatus: 2 });

async function run({ format, pause, version }: Arguments): Promise<number> {
  if (version) {
    process.stdout.write(`${createRequire(import.meta.url)('lddpay-contract/package.json').version}\n`);
    return 0;
  }
  const renderer = RENDERERS[format];
  try {
    const settings = settingsFromEnv(process.env);
    // Prism loads Node's punycode, of which Node.js 24 warns. It means nothing to the user of this command.
    process.noDeprecation = true;
    // Prism takes 1.5 s to load, so it is loaded after the settings have been checked.
    const { checkLive } = await import('./check-live.js');
    const report = await checkLive(settings, {
      timer: { now: () => performance.now(), wait: (ms) => wait(ms) },
      pause,
      timeout: TIMEOUT,
      run: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      progress: printProgress,
    });
    process.stdout.write(`${renderer.report(report)}\n`);
    return exitStatus(report);
  } catch (error) {
    const reason = explain(error);
    printProgress(reason);
    if (renderer.reason) process.stdout.write(`${renderer.reason(reason)}\n`);
    return 2;
  }
}

/** Explains why there is no report. Messages of other errors are not shown, as they could quote secrets. */
function explain(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  if (isLddPayError(error) && error.kind === 'config') return error.message;
  return `The run ended with an unexpected ${error instanceof Error ? error.name : typeof error}.`;
}
