import type { Fetch } from '../options.js';
import { eager } from './platform.js';
import { TOKEN_PATH, tokenReply } from './token-reply.js';

const DAY = 24 * 60 * 60_000;

/**
 * What becomes of a write: it succeeds, it is rejected, or its connection breaks: before it takes effect, after it, or
 * while it is in transit, to arrive later.
 */
export type Fate = 'succeed' | 'reject' | 'drop-before' | 'drop-after' | 'arrive-late';

/** How long requests take, in ms. */
export interface Delays {
  /** On each way. */
  readonly way?: number;
  /** Until a write arrives that is in transit when its connection breaks. */
  readonly transit?: number;
}

/** A payment or an action, and the key that it was made under. */
interface Effect {
  readonly id: string;
  readonly key: string;
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How the API tells the time. */
export interface ApiClock {
  /** How far it is ahead of the true time, in ms. */
  readonly ahead?: number;
  /** How far the `Date` of its responses is ahead of the times in them, in ms. */
  readonly dateAhead?: number;
  /** Whether its responses have a `Date`. */
  readonly hasDate?: boolean;
  /** Writes a time, given in ms since the Unix epoch. */
  readonly format?: (time: number) => string;
}

/**
 * An API that makes payments and captures once for each key, and keeps a key for 24 hours. Time passes only
 * when the test says so, and on each way of a request: 3 ms, unless the test says otherwise.
 */
export function createPaymentsApi({
  ahead = 0,
  dateAhead = 0,
  hasDate = true,
  format = (time) => new Date(time).toISOString(),
}: ApiClock = {}) {
  let time = Date.UTC(2026, 0, 1) + 0.4;
  let slept = 0;
  let fate: Fate = 'succeed';
  let way = 3;
  let transit = 0;
  let inTransit: { readonly at: number; readonly arrive: () => void }[] = [];
  const effects: Effect[] = [];
  const now = () => Math.floor(time + ahead);

  /** Lets time pass, in which writes arrive that were in transit. */
  function pass(ms: number): void {
    const end = time + ms;
    const due = inTransit.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
    inTransit = inTransit.filter(({ at }) => at > end);
    for (const { at, arrive } of due) {
      time = at;
      arrive();
    }
    time = end;
  }

  function take(key: string, fields: Effect['fields']): Effect {
    const known = effects.findLast((effect) => effect.key === key && now() - effect.at < DAY);
    if (known) return known;
    const effect = { id: `id_${effects.length}`, key, at: now(), fields };
    effects.unshift(effect);
    return effect;
  }

  function respond(method: string, { pathname, searchParams }: URL, key: string, body: string): Response {
    if (pathname === TOKEN_PATH) return Response.json(tokenReply(1).body);
    const isPayment = pathname === '/payments';
    if (method === 'GET') {
      const time = isPayment ? 'requested_on' : 'processed_on';
      const items = effects
        .filter(({ fields }) => ('type' in fields ? !isPayment : isPayment))
        .map(({ id, at, fields }) => ({ id, [time]: format(at), ...fields }));
      if (!isPayment) return Response.json(items);
      const skip = Number(searchParams.get('skip') ?? 0);
      return Response.json({ total_count: items.length, data: items.slice(skip, skip + 2) });
    }
    if (fate === 'drop-before') throw new TypeError('fetch failed');
    const { amount, currency, reference } = JSON.parse(body);
    const action = { type: 'Capture', amount, reference };
    const fields = isPayment ? { amount, currency, reference } : action;
    if (fate === 'reject' && !effects.some((effect) => effect.key === key))
      return Response.json({}, { status: 422 });
    if (fate === 'arrive-late') {
      inTransit.push({ at: time + transit, arrive: () => take(key, fields) });
      throw new TypeError('fetch failed');
    }
    const { id } = take(key, fields);
    if (fate === 'drop-after') throw new TypeError('fetch failed');
    return Response.json(isPayment ? { id } : { action_id: id }, { status: 202 });
  }

  const fetch: Fetch = async (url, { method = 'GET', headers, body }) => {
    pass(way);
    try {
      const key = new Headers(headers).get('Cko-Idempotency-Key') ?? '';
      const response = respond(method, new URL(url), key, String(body ?? ''));
      if (hasDate) response.headers.set('Date', new Date(now() + dateAhead).toUTCString());
      return response;
    } finally {
      pass(way);
    }
  };

  return {
    fetch,
    /** Lets time pass, in ms. */
    wait: pass,
    /** Lets time pass while the machine of the clients sleeps: its monotonic clock stands still. */
    sleep: (ms: number) => {
      pass(ms);
      slept += ms;
    },
    /** Decides what becomes of the next writes, and how long requests take. */
    setFate: (next: Fate, delays: Delays = {}) => {
      fate = next;
      ({ way = 3, transit = 0 } = delays);
    },
    /** Returns the ids of all effects. */
    ids: () => effects.map(({ id }) => id),
    /** Returns the ids of the effects of a key. */
    idsOf: (key: string | undefined) => effects.filter((effect) => effect.key === key).map(({ id }) => id),
    /** Creates a platform whose clock is ahead of the true time by what `clock.ahead` says when it is read, in ms. */
    createPlatform: (clock: { ahead: number }) => ({
      ...eager,
      now: () => time - slept - Date.UTC(2025, 11, 31),
      date: () => Math.floor(time + clock.ahead),
    }),
  };
}
