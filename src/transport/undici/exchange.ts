import type { Dispatcher } from 'undici';
import type { Ending } from '../../lib/deadline.js';
import { Body } from './body.js';
import type { HeaderRecord } from './headers.js';
import { LightResponse } from './response.js';

/** Who waits for the response, whose body may still be coming, or for an error. */
interface Waiting {
  resolve(response: Response): void;
  reject(reason: unknown): void;
}

/** One request and its response, as undici tells of them, ended by the signal at any moment. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #url: string;
  readonly #waiting: Waiting;
  readonly #body = new Body();
  readonly #stopListening: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #aborted: { readonly reason: unknown } | undefined;
  #answered = false;

  /** @param ending Has not ended yet. */
  constructor(url: string, ending: Ending<unknown>, waiting: Waiting) {
    this.#url = url;
    this.#waiting = waiting;
    this.#stopListening = ending.onEnd((reason) => this.#abort(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was aborted while it waited for a connection, and must not be sent.
    if (this.#aborted) controller.abort(this.#aborted.reason as Error);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: HeaderRecord,
    statusText = '',
  ): void {
    // Informational responses come before the one that counts.
    if (status < 200) return;
    this.#answered = true;
    this.#waiting.resolve(new LightResponse({ url: this.#url, status, statusText, headers }, this.#body));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#body.push(chunk);
  }

  onResponseEnd(): void {
    this.#stopListening();
    this.#body.end();
  }

  onResponseError(_: unknown, cause: unknown): void {
    this.fail(cause);
  }

  /** Ends it with an error as of the global fetch, whose cause has the code. */
  fail(cause: unknown): void {
    this.#end(new TypeError(this.#answered ? 'terminated' : 'fetch failed', { cause }));
  }

  #abort(reason: unknown): void {
    this.#aborted = { reason };
    this.#end(reason);
    this.#controller?.abort(reason as Error);
  }

  #end(reason: unknown): void {
    this.#stopListening();
    this.#waiting.reject(reason);
    this.#body.fail(reason);
  }
}
