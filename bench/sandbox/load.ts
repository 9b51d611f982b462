import { Agent, request } from 'node:http';

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

/** Creates and captures payments on a server, with a number of requests in flight. */
export class Load {
  readonly #url: string;
  readonly #agent: Agent;
  readonly #inFlight: number;
  #token = '';
  #sent = 0;

  constructor(url: string, inFlight: number) {
    this.#url = url;
    this.#inFlight = inFlight;
    this.#agent = new Agent({ keepAlive: true, maxSockets: inFlight });
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

  close(): void {
    this.#agent.destroy();
  }

  async #createAndCapture(): Promise<void> {
    const id = await this.#post('/payments', PAYMENT, 'id');
    await this.#post(`/payments/${id}/captures`, CAPTURE, 'action_id');
  }

  /** Posts a body with a new idempotency key, as clients do, and returns one field of the response. */
  #post(path: string, body: string, field: string): Promise<string> {
    this.#sent += 1;
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Cko-Idempotency-Key': `${this.#inFlight}-${this.#sent}`,
      ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.#url + path, { method: 'POST', agent: this.#agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          const value = text && JSON.parse(text)[field];
          if (typeof value === 'string') resolve(value);
          else reject(new Error(`${path} returned ${response.statusCode}: ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
