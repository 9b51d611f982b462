import { setTimeout as wait } from 'node:timers/promises';
import { isLddPayError } from 'lddpay';
import { renderMarkdown, renderReason } from './report/render-markdown.js';
import { renderText } from './report/render-text.js';
import { exitStatus, type Report } from './report/report.js';
import { CannotRun } from './settings/cannot-run.js';
import { settingsFromEnv } from './settings/settings.js';
import type { Arguments } from './usage.js';

/** The time for a response including its body, in ms. */
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

/** Where the lines of a run go. */
interface Output {
  /** Receives the report, or what is printed in place of it. */
  readonly print: (text: string) => void;
  readonly progress: (line: string) => void;
}

/**
 * Checks the server that environment variables name, and prints the report, or the reason why there is none.
 *
 * @returns The exit status of the command.
 */
export async function runCheck(
  { format, pause }: Omit<Arguments, 'version'>,
  env: NodeJS.ProcessEnv,
  { print, progress }: Output,
): Promise<number> {
  const renderer = RENDERERS[format];
  try {
    const settings = settingsFromEnv(env);
    // Prism's validator takes most of the start, so it is loaded after the settings have been checked.
    const { checkLive } = await import('./check-live.js');
    const report = await checkLive(settings, {
      timer: { now: () => performance.now(), wait: (ms) => wait(ms) },
      pause,
      timeout: TIMEOUT,
      run: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      progress,
    });
    print(renderer.report(report));
    return exitStatus(report);
  } catch (error) {
    const reason = explain(error);
    progress(reason);
    if (renderer.reason) print(renderer.reason(reason));
    return 2;
  }
}

/** Explains why there is no report. Messages of other errors are not shown, as they could quote secrets. */
function explain(error: unknown): string {
  if (error instanceof CannotRun) return error.message;
  if (isLddPayError(error) && error.kind === 'config') return error.message;
  return `The run ended with an unexpected ${error instanceof Error ? error.name : typeof error}.`;
}
