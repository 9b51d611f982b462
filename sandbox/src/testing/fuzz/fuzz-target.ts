import { expect } from 'vitest';
import { type Api, openApi } from '../api.js';
import { ALL_UNDOCUMENTED_ERRORS, findViolations } from '../conformance.js';
import type { FuzzRequest } from './fuzz-requests.js';
import { PAYMENTS } from './valid-bodies.js';

const ORIGIN = 'http://sandbox.test';

const CONTROLS_PATH = '/_sandbox/';

/** A source that does not expire, unlike a card. */
const SOURCE_WITHOUT_EXPIRY = { type: 'klarna' };

/** A sandbox that fuzz requests are sent to. */
export class FuzzTarget {
  readonly #api: Api;
  #ids: Readonly<Record<string, string>> = {};

  private constructor(api: Api) {
    this.#api = api;
  }

  static async open(): Promise<FuzzTarget> {
    const target = new FuzzTarget(await openApi());
    await target.reset();
    return target;
  }

  /** Sends a request. Fails the test when the response is a server error or violates the description. */
  async send({ method, path: template, headers, body }: FuzzRequest): Promise<void> {
    const path = template.replace(/\{(\w+)\}/, (name, payment: string) => this.#ids[payment] ?? name);
    const response = await this.#api.request(method, path, body, { headers });
    const text = await response.text();
    if (response.status >= 500) expect.fail(`${response.status} ${text}`);
    const url = new URL(path, ORIGIN).href;
    const exchange = { method, url, status: response.status, headers: response.headers, text };
    const violations = findViolations(exchange, ...ALL_UNDOCUMENTED_ERRORS);
    if (violations.length > 0) expect(violations).toEqual([]);
    if (path.startsWith(CONTROLS_PATH) && method !== 'GET') await this.#checkRecovery();
  }

  /** Resets the sandbox, and creates the payments that fuzz requests refer to. */
  async reset(): Promise<void> {
    this.#api.sandbox.reset();
    await this.#api.renewToken();
    const created = Object.entries(PAYMENTS).map(async ([name, payment]) => {
      const { body } = await this.#api.pay(payment);
      return [name, body.id] as const;
    });
    this.#ids = Object.fromEntries(await Promise.all(created));
  }

  /** Checks that the sandbox still works after a use of the controls, once its faults are cleared. */
  async #checkRecovery(): Promise<void> {
    this.#api.sandbox.faults.clear();
    try {
      await this.#api.renewToken();
      await this.#api.details(await this.#api.authorize({ source: SOURCE_WITHOUT_EXPIRY }));
    } finally {
      await this.reset();
    }
  }
}
