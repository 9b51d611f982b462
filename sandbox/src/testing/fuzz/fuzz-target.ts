import { expect } from 'vitest';
import { type Api, openApi } from '../api.js';
import { deviationsOf, EVERYTHING_BEYOND } from '../conformance.js';
import type { Shot } from './fuzz-requests.js';
import { PAYMENTS } from './valid-bodies.js';

/** Any other would do. */
const ORIGIN = 'http://sandbox.test';

const CONTROLS = '/_sandbox/';

/** Not a card, which would expire. */
const AGELESS = { type: 'klarna' };

/** A sandbox under fire. */
export class Range {
  readonly #api: Api;
  #ids: Readonly<Record<string, string>> = {};

  private constructor(api: Api) {
    this.#api = api;
  }

  static async open(): Promise<Range> {
    const range = new Range(await openApi());
    await range.reset();
    return range;
  }

  /** Fires a request. Fails the test when its answer is a server error, or nothing that was ever agreed on. */
  async fire({ method, path, headers, body }: Shot): Promise<void> {
    const way = path.replace(/\{(\w+)\}/, (name, payment: string) => this.#ids[payment] ?? name);
    const response = await this.#api.request(method, way, body, { headers });
    const text = await response.text();
    expect(response.status, text).toBeLessThan(500);
    const url = new URL(way, ORIGIN).href;
    const exchange = { method, url, status: response.status, headers: response.headers, text };
    expect(deviationsOf(exchange, ...EVERYTHING_BEYOND)).toEqual([]);
    if (way.startsWith(CONTROLS) && method !== 'GET') await this.#recover();
  }

  /** Empties the sandbox, and arranges the payments that shots aim at. */
  async reset(): Promise<void> {
    this.#api.sandbox.reset();
    await this.#api.renewToken();
    const arranged = Object.entries(PAYMENTS).map(async ([name, payment]) => {
      const { body } = await this.#api.pay(payment);
      return [name, body.id] as const;
    });
    this.#ids = Object.fromEntries(await Promise.all(arranged));
  }

  /** Whatever the controls were told, the sandbox works, once the faults that it was told of are forgotten. */
  async #recover(): Promise<void> {
    this.#api.sandbox.faults.clear();
    try {
      await this.#api.renewToken();
      await this.#api.details(await this.#api.authorize({ source: AGELESS }));
    } finally {
      await this.reset();
    }
  }
}
