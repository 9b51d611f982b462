import type { Fetch } from './options.js';
import { type Answer, send } from './send.js';
import type { Tokens } from './token.js';

/** A request as openapi-fetch composes it, before the platform's Request is made: it can be sent again. */
export class Draft {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

export interface AttemptOptions {
  readonly secured: boolean;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until the body has to be read. */
  readonly timeout: number;
}

export type Attempt = (draft: Draft, options: AttemptOptions) => Promise<Answer>;

/** What happens once an attempt: a token that is valid now, a time limit, the request. */
export function createAttempt(fetch: Fetch, tokens: Tokens): Attempt {
  return async (draft, { secured, signal, timeout }) => {
    const headers = new Headers(draft.init.headers);
    const token = secured ? await tokens.get(signal) : undefined;
    if (token) headers.set('Authorization', `Bearer ${token}`);
    const { method, body } = draft.init;
    const answer = await send(fetch, draft.url, { method, body, headers } as RequestInit, {
      signal,
      timeout,
    });
    if (token && answer.status === 401) tokens.invalidate(token);
    return answer;
  };
}
