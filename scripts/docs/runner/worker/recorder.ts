import { IDEMPOTENCY_HEADER, type Operation, operations, TOKEN_OPERATION } from 'lddpay/operations';
import type { Sandbox } from 'lddpay-sandbox';
import type { LedgerLine, SentRequest } from '../messages.js';
import { delay } from './delay.js';
import { SANDBOX_URL } from './sandbox-url.js';

/** A sandbox of the program. */
export interface WatchedSandbox {
  readonly sandbox: Sandbox;
  /** A `fetch` that records nothing. */
  readonly fetch: Sandbox['fetch'];
  /** The payments that its responses named. */
  readonly paymentIds: Set<string>;
}

/** How long to wait for bodies at the end of a program, in ms. */
const SETTLE_MS = 100;

/** The path of the token endpoint, whose bodies contain secrets. */
const TOKEN_PATH = operations[TOKEN_OPERATION].path;

/** The names of the fields whose values must never be printed. */
const SECRETS = new Set(
  Object.values(operations).flatMap(({ secrets }: Operation) =>
    secrets.map((path) => path.split('.').at(-1)),
  ),
);

/** Records the requests that sandboxes receive through their `fetch`. */
export class Recorder {
  readonly sandboxes: WatchedSandbox[] = [];
  #requests: SentRequest[] = [];
  #pending = 0;
  readonly #readings = new Set<Promise<void>>();
  readonly #onChange: () => void;

  /** @param onChange Called whenever a request was sent, or has a response. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The number of requests that have no response yet. */
  get pending(): number {
    return this.#pending;
  }

  /** Waits until all bodies are read, apart from those that never end. */
  async settle(): Promise<void> {
    await Promise.race([Promise.all(this.#readings), delay(SETTLE_MS)]);
  }

  /** The requests since the last call of `clear`, in order. */
  get requests(): readonly SentRequest[] {
    return this.#requests;
  }

  /** The effects of all sandboxes. */
  get ledger(): LedgerLine[] {
    return this.sandboxes.flatMap(({ sandbox }) => sandbox.ledger());
  }

  clear(): void {
    this.#requests = [];
  }

  /** Replaces the `fetch` of a sandbox with one that records. */
  watch(sandbox: Sandbox): Sandbox {
    const { fetch } = sandbox;
    const watched: WatchedSandbox = { sandbox, fetch, paymentIds: new Set() };
    this.sandboxes.push(watched);
    return Object.assign(sandbox, {
      fetch: (input: string | URL | Request, init?: RequestInit) =>
        this.#send(watched, new Request(input, init)),
    });
  }

  /** Forwards a request at once, and reads copies of the bodies meanwhile, since a faulty body may never end. */
  async #send({ fetch, paymentIds }: WatchedSandbox, request: Request): Promise<Response> {
    const requests = this.#requests;
    const { origin, pathname, search } = new URL(request.url);
    const host = origin === SANDBOX_URL ? '' : origin;
    const isSecret = pathname === TOKEN_PATH;
    const idempotencyKey = request.headers.get(IDEMPOTENCY_HEADER) ?? undefined;
    const index = requests.length;
    requests.push({ method: request.method, path: host + pathname + search, idempotencyKey, errorCodes: [] });
    const update = (changes: Partial<SentRequest>) => {
      requests[index] = { ...(requests[index] as SentRequest), ...changes };
      this.#onChange();
    };
    if (!isSecret) this.#read(request.clone(), (body) => update({ body: format(body) }));
    this.#pending += 1;
    try {
      const response = await fetch(request);
      update({ status: response.status });
      this.#read(response.clone(), (body) => {
        const { id, error_codes } = Object(parse(body));
        if (String(id).startsWith('pay_')) paymentIds.add(id);
        if (!isSecret) update({ responseBody: format(body), errorCodes: error_codes ?? [] });
      });
      return response;
    } catch (error) {
      const { name, cause } = Object(error);
      update({ failure: String(cause?.code ?? name) });
      throw error;
    } finally {
      this.#pending -= 1;
    }
  }

  #read(message: Request | Response, use: (body: string) => void): void {
    const reading = message.text().then(use, () => {});
    this.#readings.add(reading);
    reading.then(() => this.#readings.delete(reading));
  }
}

/** Formats a JSON body without its secrets; returns other bodies as they are. */
function format(body: string): string {
  const value = parse(body);
  if (value === undefined) return body;
  return JSON.stringify(value, (name, inner) => (SECRETS.has(name) ? '…' : inner), 2);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
