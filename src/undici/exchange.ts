import type { Dispatcher } from 'undici';
import { Body } from './body.js';
import { type HeaderRecord, LightResponse } from './response.js';

/** Where a request ends: with a response whose body may still be coming, or with an error. */
interface Ending {
  resolve(response: Response): void;
  reject(reason: unknown): void;
}

/** One request and its response, as undici tells of them, ended by the signal at any moment. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #url: string;
  readonly #signal: AbortSignal | undefined;
  readonly #ending: Ending;
  readonly #body = new Body();
  #controller: Dispatcher.DispatchController | undefined;
  #answered = false;

  /** @param signal Not aborted yet. */
  constructor(url: string, signal: AbortSignal | undefined, ending: Ending) {
    this.#url = url;
    this.#signal = signal;
    this.#ending = ending;
    signal?.addEventListener('abort', this.#abort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was aborted while it waited for a connection, and must not be sent.
    if (this.#signal?.aborted) this.#abort();
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
    this.#ending.resolve(new LightResponse({ url: this.#url, status, statusText, headers }, this.#body));
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

  readonly #abort = (): void => {
    const reason = this.#signal?.reason;
    this.#end(reason);
    this.#controller?.abort(reason);
  };

  #end(reason: unknown): void {
    this.#stopListening();
    this.#ending.reject(reason);
    this.#body.fail(reason);
  }

  #stopListening(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
  }
}
