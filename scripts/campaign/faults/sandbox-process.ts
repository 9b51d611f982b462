import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { Fault, LedgerEntry } from 'lddpay-sandbox';
import { ownProcess } from '../../lib/interruption.js';

/** A sandbox in a process of its own, with its controls over HTTP. */
export interface SandboxProcess {
  readonly url: string;
  inject(fault: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  revokeTokens(): Promise<void>;
  /** @param ms A duration, in ms. */
  advanceClock(ms: number): Promise<void>;
  readLedger(): Promise<readonly LedgerEntry[]>;
  stop(): Promise<void>;
}

/**
 * @param program The path of the bundled program.
 * @param options The options of the sandbox.
 * @param outputFile Receives what the process prints.
 */
export async function startSandbox(
  program: string,
  options: object,
  outputFile: string,
): Promise<SandboxProcess> {
  const output = openSync(outputFile, 'a');
  const child = fork(program, [JSON.stringify(options)], {
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
  });
  ownProcess(child);
  closeSync(output);
  const exited = once(child, 'exit');
  const ended = exited.then(([code]) =>
    Promise.reject(new Error(`The sandbox ended with ${code}:\n${readFileSync(outputFile, 'utf8')}`)),
  );
  const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
  // Later, it ends when it is stopped.
  ended.catch(() => {});
  const agent = new Agent({ keepAlive: true });
  const control = (method: string, path: string, body?: object) =>
    sendRequest(agent, method, `${url}/_sandbox/${path}`, body);
  return {
    url,
    inject: async (fault) => void (await control('POST', 'faults', fault)),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    revokeTokens: async () => void (await control('DELETE', 'tokens')),
    advanceClock: async (advance) => void (await control('POST', 'clock', { advance })),
    readLedger: async () => JSON.parse(await control('GET', 'ledger')) as LedgerEntry[],
    async stop() {
      agent.destroy();
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/** Sends a request and returns the body of its response. Takes a fraction of the time of `fetch`. */
function sendRequest(agent: Agent, method: string, url: string, body: object | undefined): Promise<string> {
  const content = body && JSON.stringify(body);
  const headers = content && {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(content),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, ...(headers && { headers }) }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject).on('end', () => {
        if (Number(response.statusCode) < 300) resolve(text);
        else reject(new Error(`${method} ${url} returned ${response.statusCode}: ${text}`));
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The sandbox closed the idle connection in the moment in which it was used again.
      const isStale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) sendRequest(agent, method, url, body).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(content);
  });
}
