import type { ProgramToRun, WorkerMessage } from '../messages.js';

declare global {
  interface Window {
    /** The scripts of a worker. They are functions, since a page from disk cannot read the text of a file. */
    runnerScripts: Record<string, () => void>;
  }
}

/**
 * Starts a program in a worker, so that even an endless loop can be stopped.
 *
 * @param scripts The names of the scripts that it needs beside the main one.
 * @param signal Stops it.
 */
export async function startProgram(
  program: ProgramToRun,
  scripts: readonly string[],
  signal: AbortSignal,
  receive: (message: WorkerMessage) => void,
): Promise<void> {
  await Promise.all(scripts.map(loadScript));
  if (signal.aborted) return;
  forbidConnections();
  const sources = [...scripts, 'main'].map((name) => `(${window.runnerScripts[name]})();\n`);
  const url = URL.createObjectURL(new Blob(sources, { type: 'text/javascript' }));
  const worker = new Worker(url);
  const end = () => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  signal.addEventListener('abort', end);
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    // One may still be on its way from a worker that was stopped.
    if (signal.aborted) return;
    if (data.type === 'end') end();
    receive(data);
  });
  worker.addEventListener('error', ({ message }) => {
    end();
    receive({ type: 'output', text: `${message}\n` });
    receive({ type: 'end', hasFailed: true, paymentId: undefined });
  });
  worker.postMessage(program);
}

/** Keeps this page and its workers from connecting to anything. Pages need no connections: they can be read from disk. */
function forbidConnections(): void {
  if (document.querySelector('meta[http-equiv]')) return;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

/** Loads a script of the worker, unless the page has it already. */
function loadScript(name: string): Promise<void> {
  if (window.runnerScripts[name]) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${document.documentElement.dataset['root']}assets/runner-${name}.js`;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`Could not load ${script.src}.`)));
    document.head.append(script);
  });
}
