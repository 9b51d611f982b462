import type { Api } from './api.js';
import { CARD, DAY, MINUTE, REFUND, sign } from './fixtures.js';

/** Headers that the transport adds. Some of them hold the time of day. */
const TRANSPORT_HEADERS = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
]);

const IDENTIFIER = /\b(?:pay|sid|act|src)_[a-z2-7]{26}\b/;

/**
 * Sends the same requests of all kinds each time.
 * @returns The responses with their status, headers and body, and the logs at the end.
 */
export async function recordTranscript(api: Api): Promise<string[]> {
  const { clock } = api.sandbox;
  const transcript: string[] = [];
  const send = async (method: string, path: string, body?: unknown, key?: string): Promise<string> => {
    const response = await api.request(method, path, body, { key });
    const headers = [...response.headers].filter(([name]) => !TRANSPORT_HEADERS.has(name));
    const text = await response.text();
    transcript.push([response.status, ...headers.map((header) => header.join(': ')), text].join('\n'));
    return IDENTIFIER.exec(text)?.[0] ?? '';
  };
  const payment = { amount: 1000, currency: 'USD', source: CARD, reference: 'order' };

  await send('POST', '/connect/token', api.tokenRequest);
  const id = await send('POST', '/payments', { ...payment, capture: false }, 'key-1');
  await send('POST', '/payments', { ...payment, capture: false }, 'key-1');
  await send('POST', `/payments/${id}/captures`, { amount: 400, capture_type: 'NonFinal' });
  await send('POST', `/payments/${id}/refunds`, sign({ ...REFUND, refund_amount: 100 }));
  await send('POST', `/payments/${id}/reversals`, sign(REFUND));
  await send('POST', `/payments/${id}/voids`);
  const challenged = await send('POST', '/payments', { ...payment, amount: 1003 });
  await send('POST', `/_sandbox/challenges/${challenged}`, { outcome: 'authorized' });
  const payout = await send('POST', '/payments', { ...payment, destination: { type: 'bank_account' } });
  clock.advance(MINUTE);
  await send('GET', `/payments/${payout}`);
  clock.advance(DAY);
  await api.renewToken();
  await send('GET', `/payments/${id}/actions`);
  await send('GET', `/payments/${challenged}`);
  await send('GET', '/payments?reference=order&limit=2&skip=1');
  await send('POST', '/payments/search', { query: "reference:'order'", limit: 1 });
  await send('POST', '/payments/search?before=2', { query: "reference:'order'", limit: 1 });
  await send('POST', '/payments', {});
  await send('GET', '/nowhere');
  transcript.push(JSON.stringify(api.sandbox.ledger()), JSON.stringify(api.sandbox.requests()));
  return transcript;
}

/** Finds all identifiers and tokens in a transcript. */
export function findIdentifiers(transcript: readonly string[]): Set<string> {
  const all = /\b(?:pay|sid|act|src|sandbox)_[a-z2-7]{26}\b|\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g;
  return new Set(transcript.join('\n').match(all));
}
