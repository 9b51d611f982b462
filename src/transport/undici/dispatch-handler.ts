import type { Dispatcher } from 'undici';
import type { Cancellation } from '../../lib/cancellation.js';
import { BodyBuffer } from './body-buffer.js';
import type { HeaderRecord } from './headers.js';
import { LightResponse } from './response.js';

/** Settles the promise of a response, whose body may still be arriving. */
interface Settle {
  resolve(response: Response): void;
  reject(reason: unknown): void;
}

/** Handles the events that undici reports of one request, which can be cancelled at any moment. */
export class DispatchHandler implements Dispatcher.DispatchHandler {
  readonly #url: string;
  readonly #settle: Settle;
  readonly #body = new BodyBuffer();
  readonly #removeCallback: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #cancelled: { readonly reason: unknown } | undefined;
  #responded = false;

  /** @param cancellation Must have no reason yet. */
  constructor(url: string, cancellation: Cancellation<unknown>, settle: Settle) {
    this.#url = url;
    this.#settle = settle;
    this.#removeCallback = cancellation.onCancel((reason) => this.#cancel(reason));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was cancelled while it waited for a connection, and must not be sent.
    if (this.#cancelled) controller.abort(this.#cancelled.reason as Error);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: HeaderRecord,
    statusText = '',
  ): void {
    // Informational responses precede the final one (RFC 9110, section 15.2).
    if (status < 200) return;
    this.#responded = true;
    this.#settle.resolve(new LightResponse({ url: this.#url, status, statusText, headers }, this.#body));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#body.push(chunk);
  }

  onResponseEnd(): void {
    this.#removeCallback();
    this.#body.end();
  }

  onResponseError(_: unknown, cause: unknown): void {
    this.fail(cause);
  }

  /** Fails as the global fetch does, with a cause that has the code. */
  fail(cause: unknown): void {
    this.#reject(new TypeError(this.#responded ? 'terminated' : 'fetch failed', { cause }));
  }

  #cancel(reason: unknown): void {
    this.#cancelled = { reason };
    this.#reject(reason);
    this.#controller?.abort(reason as Error);
  }

  #reject(reason: unknown): void {
    this.#removeCallback();
    this.#settle.reject(reason);
    this.#body.fail(reason);
  }
}
