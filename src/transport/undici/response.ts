import { alreadyReadError } from '../already-read-error.js';
import { NULL_BODY_STATUSES } from '../null-body-statuses.js';
import type { BodyBuffer } from './body-buffer.js';
import { type HeaderRecord, LightHeaders, toByteString } from './headers.js';

/** The status line and headers of a response. */
export interface ResponseHead {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderRecord;
}

const utf8 = new TextDecoder();

/**
 * A response that costs next to nothing where only its status and text are used. Its headers are created when
 * they are first read, and so is a Response of the platform for everything else.
 */
export class LightResponse implements Response {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly redirected = false;
  readonly type = 'basic';
  readonly #record: HeaderRecord;
  readonly #body: BodyBuffer;
  #headers: Headers | undefined;
  #standard: Response | undefined;
  #used = false;

  constructor({ url, status, statusText, headers }: ResponseHead, body: BodyBuffer) {
    this.url = url;
    this.status = status;
    this.statusText = statusText;
    this.#record = headers;
    this.#body = body;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get headers(): Headers {
    this.#headers ??= new LightHeaders(this.#record);
    return this.#headers;
  }

  get bodyUsed(): boolean {
    return this.#used || (this.#standard?.bodyUsed ?? false);
  }

  get body(): Response['body'] {
    return this.#asStandard().body;
  }

  /** Returns the body decoded as UTF-8, without a byte order mark. */
  async text(): Promise<string> {
    if (this.#standard) return this.#standard.text();
    if (this.#used) throw alreadyReadError();
    // Without a body, there is none to use up.
    this.#used = !NULL_BODY_STATUSES.has(this.status);
    const bytes = this.#body.read();
    return utf8.decode(bytes instanceof Promise ? await bytes : bytes);
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#asStandard().arrayBuffer();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  blob(): Promise<Blob> {
    return this.#asStandard().blob();
  }

  formData(): Promise<FormData> {
    return this.#asStandard().formData();
  }

  /** @throws TypeError when the body was already read, or is being read. */
  clone(): Response {
    if (this.bodyUsed || this.#standard?.body?.locked) throw alreadyReadError();
    const { url, status, statusText } = this;
    const copy = new LightResponse({ url, status, statusText, headers: this.#record }, this.#body);
    // They can have been changed.
    if (this.#headers) copy.#headers = new Headers(this.#headers);
    return copy;
  }

  #asStandard(): Response {
    const { status, headers } = this;
    const statusText = toByteString(this.statusText);
    this.#standard ??= new Response(this.#stream(), { status, statusText, headers });
    return this.#standard;
  }

  #stream(): ReadableStream<Uint8Array> | null {
    if (NULL_BODY_STATUSES.has(this.status)) return null;
    const read = () => {
      if (this.#used) throw alreadyReadError();
      return this.#body.read();
    };
    return new ReadableStream(
      {
        async pull(controller) {
          // A copy, because clones get the same bytes.
          controller.enqueue(new Uint8Array(await read()));
          controller.close();
        },
      },
      // Read when a consumer asks for it, not before.
      { highWaterMark: 0 },
    );
  }
}
