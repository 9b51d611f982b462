import type { Context } from 'hono';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { Hono } from 'hono/tiny';
import { ApiError } from '../lib/api-error.js';
import { isObject } from '../lib/checks.js';
import { createEventStreams } from '../page/event-stream.js';
import { PAGE_HEADERS, renderSandboxPage } from '../page/page.js';
import { readSnapshot } from '../page/snapshot.js';
import { type ChallengeOutcome, isChallenged } from '../payments/challenge.js';
import { CHALLENGES_PATH, CONTROLS_PATH } from '../payments/links.js';
import type { Sandbox } from '../sandbox.js';
import type { Fault } from '../state/faults.js';
import type { SandboxContext } from '../state/state.js';
import {
  buildChallengeHeaders,
  renderChallengePage,
  renderCompletePage,
  renderResultPage,
  renderUnknownPage,
} from './challenge-page.js';
import type { IncomingRequest } from './incoming-request.js';
import type { OutgoingResponse } from './outgoing-response.js';

/** The options of the sandbox. */
export interface Settings {
  /** `seed` is undefined where none repeats the identifiers. */
  get(): Omit<SandboxContext['options'], 'seed'> & { readonly seed: number | undefined };
  /** @throws TypeError when an option is wrong or unknown; the message names the option. */
  change(changes: Readonly<Record<string, unknown>>): void;
}

/** The media type of server-sent events: HTML Standard, section 9.2.5. */
const EVENT_STREAM_TYPE = 'text/event-stream';

/** The routes read these parts of the incoming request. */
interface Environment {
  readonly Bindings: Pick<IncomingRequest, 'headers' | 'allowedOrigins' | 'readBody'>;
}

/** Whether a URL leads to the controls. */
export function isControl({ pathname }: URL): boolean {
  return pathname === CONTROLS_PATH || pathname.startsWith(`${CONTROLS_PATH}/`);
}

/**
 * Creates the handler of the controls, for programs in any language. Invalid input gets a 400 with the reason.
 * @param getContext Returns the current context, with everything carried out that is due.
 */
export function createControls(
  sandbox: Sandbox,
  settings: Settings,
  getContext: () => SandboxContext,
): (request: IncomingRequest) => Promise<OutgoingResponse> {
  const app = createRoutes(sandbox, settings, getContext);
  return async (request) => {
    const { url } = request;
    // A web `Request` cannot have the method TRACE. No control has that or OPTIONS.
    const method = request.method === 'TRACE' ? 'OPTIONS' : request.method;
    const response = await app.fetch(new Request(url, { method }), request);
    const { status, body: stream } = response;
    const headers = Object.fromEntries(response.headers);
    if (stream && headers['content-type'] === EVENT_STREAM_TYPE)
      return { status, headers, body: undefined, stream };
    return { status, headers, body: (await response.text()) || undefined };
  };
}

function createRoutes(
  sandbox: Sandbox,
  settings: Settings,
  getContext: () => SandboxContext,
): Hono<Environment> {
  const root = new Hono<Environment>();
  // The router of the operations, which adds nothing to a bundle. That of `hono/tiny` ignores a last slash.
  root.router = new RegExpRouter();
  root.get(`${CONTROLS_PATH}/`, (c) => c.html(renderSandboxPage(), 200, PAGE_HEADERS));
  const app = root.basePath(CONTROLS_PATH);
  app.get('/', (c) => c.redirect(`${CONTROLS_PATH}/`, 308));
  const openEventStream = createEventStreams(() => readSnapshot(getContext()));
  app.get('/events', (c) =>
    c.body(openEventStream(), 200, { 'Content-Type': EVENT_STREAM_TYPE, 'Cache-Control': 'no-store' }),
  );
  app.get('/ledger', (c) => c.json(sandbox.ledger()));
  app.get('/requests', (c) => c.json(sandbox.requests()));
  app.get('/clock', (c) => c.json({ now: sandbox.clock.now() }));
  app.post('/clock', async (c) => {
    const { advance, ...others } = await readJsonObject(c);
    refuseOthers('clock', others);
    sandbox.clock.advance(advance as number);
    return c.json({ now: sandbox.clock.now() });
  });
  app.post('/faults', async (c) => {
    sandbox.faults.inject((await readJsonObject(c)) as object as Fault);
    return c.body(null, 204);
  });
  app.delete('/faults', (c) => {
    sandbox.faults.clear();
    return c.body(null, 204);
  });
  app.delete('/tokens', (c) => {
    sandbox.tokens.revokeAll();
    return c.body(null, 204);
  });
  app.get('/options', (c) => c.json(settings.get()));
  app.patch('/options', async (c) => {
    const changes = await readJsonObject(c);
    const { seed: _seed, now: _now, ...changeable } = settings.get();
    const fixed = ['seed', 'now'].find((name) => Object.hasOwn(changes, name));
    if (fixed !== undefined)
      throw new TypeError(
        `options: \`${fixed}\` cannot be changed, only ${Object.keys(changeable).join(', ')}.`,
      );
    settings.change(changes);
    return c.json(settings.get());
  });
  app.post('/reset', async (c) => {
    sandbox.reset(await readJsonObject(c));
    return c.body(null, 204);
  });
  /** Responds with the page that says why a challenge cannot be completed; undefined when it can. */
  const respondToObstacle = (c: Context<Environment>, id: string) => {
    const payment = getContext().state.payments.get(id);
    if (payment && isChallenged(payment)) return undefined;
    const headers = buildChallengeHeaders(c.env.allowedOrigins);
    return payment
      ? c.html(renderCompletePage(payment.status), 409, headers)
      : c.html(renderUnknownPage(), 404, headers);
  };
  app.get(
    `${CHALLENGES_PATH}/:id`,
    (c) =>
      respondToObstacle(c, c.req.param('id')) ??
      c.html(renderChallengePage(), 200, buildChallengeHeaders(c.env.allowedOrigins)),
  );
  app.post(`${CHALLENGES_PATH}/:id`, async (c) => {
    const isForm = c.env.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    const { outcome = 'authorized', ...others }: Record<string, unknown> = isForm
      ? Object.fromEntries(new URLSearchParams(await c.env.readBody()))
      : await readJsonObject(c);
    refuseOthers('challenges', others);
    const id = c.req.param('id');
    const obstacle = isForm ? respondToObstacle(c, id) : undefined;
    if (obstacle) return obstacle;
    sandbox.challenges.complete(id, outcome as ChallengeOutcome);
    return isForm
      ? c.html(renderResultPage(String(outcome)), 200, buildChallengeHeaders(c.env.allowedOrigins))
      : c.body(null, 204);
  });
  app.notFound((c) => c.json({ error: 'There is no such control.' }, 404));
  app.onError((error, c) => {
    if (error instanceof TypeError) return c.json({ error: error.message }, 400);
    if (error instanceof ApiError) return Response.json({ error: error.codes.join(', ') }, error);
    throw error;
  });
  return app;
}

/** @throws TypeError when a body has fields that its control does not take. */
function refuseOthers(control: string, others: object): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new TypeError(`${control}: \`${name}\` must be left out.`);
}

/** Reads the JSON object in a request's body. An empty body is an empty object. */
async function readJsonObject({ env }: Context<Environment>): Promise<Readonly<Record<string, unknown>>> {
  const text = await env.readBody();
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (isObject(value)) return value;
  } catch {
    // The error below covers malformed JSON too.
  }
  throw new TypeError('The body must be a JSON object.');
}
