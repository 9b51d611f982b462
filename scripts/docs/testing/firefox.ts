import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'undici';

/** The path of Firefox on Debian. */
const EXECUTABLE = '/usr/bin/firefox-esr';

/** Why there is no Firefox; undefined where there is one. */
export const missingFirefox = existsSync(EXECUTABLE)
  ? undefined
  : `it takes Firefox in ${EXECUTABLE}: apt-get install firefox-esr`;

/**
 * A proxy that nobody listens on, so that no request leaves the machine. One process for all tabs, and none in reserve.
 * No optimized code, which takes longer to create than short tests save. Few frames a second, since nobody watches.
 */
const PREFERENCES = `
user_pref('network.proxy.type', 1);
user_pref('network.proxy.http', '127.0.0.1');
user_pref('network.proxy.http_port', 9);
user_pref('network.proxy.ssl', '127.0.0.1');
user_pref('network.proxy.ssl_port', 9);
user_pref('fission.autostart', false);
user_pref('dom.ipc.processCount', 1);
user_pref('dom.ipc.processPrelaunch.enabled', false);
user_pref('javascript.options.ion', false);
user_pref('layout.frame_rate', 2);
`;

/** A Firefox without a window. */
export interface Firefox {
  /**
   * Opens a page in a tab of its own and evaluates an expression there.
   *
   * @param expression A promise of a value that JSON can express.
   */
  evaluate(url: string, expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Starts Firefox, and talks to it by WebDriver BiDi. Playwright cannot: it takes a Firefox of its own, or a newer one.
 *
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export async function startFirefox(): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'lddpay-firefox-'));
  await writeFile(join(profile, 'user.js'), PREFERENCES);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(EXECUTABLE, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const socket = new WebSocket(`${await readAddress(child.stderr)}/session`);
  await once(socket, 'open');
  const send = createSender(socket);
  await send('session.new', { capabilities: {} });
  return {
    async evaluate(url, expression) {
      const { context } = await send('browsingContext.create', { type: 'tab' });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `(${expression}).then(JSON.stringify)`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      await send('browsingContext.close', { context });
      return JSON.parse(result.value);
    },
    async close() {
      await send('browser.close', {});
      await exited;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function readAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Firefox ended before it listened.');
}

// biome-ignore lint/suspicious/noExplicitAny: each command has another result.
type Send = (method: string, params: object) => Promise<any>;

/** Creates a function that sends a command and returns its result. */
function createSender(socket: WebSocket): Send {
  const pending = new Map<number, (message: { result?: object; error?: string; message?: string }) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    pending.get(message.id)?.(message);
    pending.delete(message.id);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      pending.set(last, ({ result, error, message }) =>
        error ? reject(new Error(`${method}: ${error} ${message}`)) : resolve(result),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
