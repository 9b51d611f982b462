import { Pool } from 'undici';

const PAYMENT = JSON.stringify({
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099 },
  reference: 'ORD-5023-4E89',
  capture: false,
});
const CAPTURE = JSON.stringify({ amount: 1000 });
const CREDENTIALS = JSON.stringify({
  grant_type: 'client_credentials',
  client_id: 'ack_sandbox',
  client_secret: 'sandbox-client-secret',
  scope: 'gateway',
});

/**
 * Creates and captures payments on a server, with a number of requests in flight. On undici, which takes the least
 * time of its own: with node:http, the load takes as long as the sandbox.
 */
export class Load {
  readonly #pool: Pool;
  readonly #inFlight: number;
  #token = '';
  #sent = 0;

  constructor(url: string, inFlight: number) {
    this.#inFlight = inFlight;
    this.#pool = new Pool(url, { connections: inFlight });
  }

  /** Creates and captures a number of payments. */
  async run(pairs: number): Promise<void> {
    this.#token ||= await this.#post('/connect/token', CREDENTIALS, 'access_token');
    let left = pairs;
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        await this.#createAndCapture();
      }
    };
    await Promise.all(Array.from({ length: this.#inFlight }, worker));
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #createAndCapture(): Promise<void> {
    const id = await this.#post('/payments', PAYMENT, 'id');
    await this.#post(`/payments/${id}/captures`, CAPTURE, 'action_id');
  }

  /** Posts a body with a new idempotency key, as clients do, and returns one field of the response. */
  async #post(path: string, body: string, field: string): Promise<string> {
    this.#sent += 1;
    const headers = {
      'Content-Type': 'application/json',
      'Cko-Idempotency-Key': `${this.#inFlight}-${this.#sent}`,
      ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
    };
    const response = await this.#pool.request({ method: 'POST', path, headers, body });
    const text = await response.body.text();
    const value = text && JSON.parse(text)[field];
    if (typeof value !== 'string') throw new Error(`${path} returned ${response.statusCode}: ${text}`);
    return value;
  }
}
