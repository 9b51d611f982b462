import type { Dispatcher } from 'undici';
import type { Cancellation } from '../../lib/cancellation.js';
import { bodyError, TOO_LONG, TOO_SHORT } from '../buffered-response.js';
import { NULL_BODY_STATUSES } from '../null-body-statuses.js';
import type { SendProgress } from '../transport.js';
import { BodyBuffer } from './body-buffer.js';
import { BodyDecoder } from './body-decoder.js';
import type { HeaderRecord } from './headers.js';
import { LightResponse } from './response.js';

/** Settles the promise of a response, whose body may still be arriving. */
interface Settle {
  resolve(response: Response): void;
  reject(reason: unknown): void;
}

/** What a handler has to know of its request. */
interface HandledRequest {
  readonly url: string;
  readonly method: string;
  /** How long the body of the response may be, both as it arrives and decoded. */
  readonly maxBytes: number;
  readonly progress: SendProgress;
}

/** Handles the events that undici reports of one request, which can be cancelled at any moment. */
export class DispatchHandler implements Dispatcher.DispatchHandler {
  readonly #request: HandledRequest;
  readonly #settle: Settle;
  readonly #body = new BodyBuffer();
  readonly #removeCallback: () => void;
  #controller: Dispatcher.DispatchController | undefined;
  #cancelled: { readonly reason: unknown } | undefined;
  #responded = false;
  #codings: string | undefined;
  #decoder: BodyDecoder | undefined;
  /** The bytes that arrived. */
  #received = 0;
  /** The bytes that the body has; NaN where that is not known. */
  #length = Number.NaN;

  /** @param cancellation Must have no reason yet. */
  constructor(request: HandledRequest, cancellation: Cancellation<unknown>, settle: Settle) {
    this.#request = request;
    this.#settle = settle;
    this.#removeCallback = cancellation.onCancel((reason) => this.#cancel(reason));
  }

  /** Undici calls this immediately before it writes the request to a connection. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It was cancelled while it waited for a connection, and must not be sent.
    if (this.#cancelled) controller.abort(this.#cancelled.reason as Error);
    else this.#request.progress.sent = 'maybe';
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
    const codings = headers['content-encoding'];
    if (codings !== undefined) this.#codings = String(codings);
    const { url, method } = this.#request;
    if (method !== 'HEAD') this.#length = Number(headers['content-length']);
    this.#settle.resolve(new LightResponse({ url, status, statusText, headers }, this.#body));
    if (NULL_BODY_STATUSES.has(status)) this.#body.end();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#received += chunk.length;
    if (this.#received > this.#request.maxBytes)
      this.#cancel(new TypeError('terminated', { cause: bodyError(TOO_LONG) }));
    // A response that must have no body has one, for which nothing waits.
    else if (this.#body.ended) this.#cancel(undefined);
    else if (this.#codings === undefined) this.#body.push(chunk);
    else {
      this.#decoder ??= this.#startDecoder(this.#codings, controller);
      if (!this.#decoder.write(chunk)) controller.pause();
    }
  }

  onResponseEnd(): void {
    // A stream of HTTP/2 that is reset can end as one that is complete.
    if (this.#received < this.#length) this.fail(bodyError(TOO_SHORT));
    else if (this.#decoder) this.#decoder.end();
    else this.#end();
  }

  onResponseError(_: unknown, cause: unknown): void {
    this.fail(cause);
  }

  /** Fails as the global fetch does, with a cause that has the code. */
  fail(cause: unknown): void {
    this.#reject(new TypeError(this.#responded ? 'terminated' : 'fetch failed', { cause }));
  }

  #startDecoder(codings: string, controller: Dispatcher.DispatchController): BodyDecoder {
    const decoder = new BodyDecoder(codings, () => controller.resume());
    this.#decode(decoder).catch((cause) => this.#cancel(new TypeError('terminated', { cause })));
    return decoder;
  }

  async #decode(decoder: BodyDecoder): Promise<void> {
    let decoded = 0;
    for await (const chunk of decoder.decode()) {
      decoded += chunk.length;
      if (decoded > this.#request.maxBytes) throw bodyError(TOO_LONG);
      this.#body.push(chunk);
    }
    this.#end();
  }

  #end(): void {
    this.#removeCallback();
    this.#body.end();
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
    this.#decoder?.destroy();
  }
}
