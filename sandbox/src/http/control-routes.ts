import { Hono, type HonoRequest } from 'hono';
import { ApiError } from '../lib/api-error.js';
import type { ChallengeOutcome } from '../payments/challenge.js';
import { CHALLENGES_PATH, CONTROLS_PATH } from '../payments/links.js';
import type { Sandbox } from '../sandbox.js';
import type { Fault } from '../state/faults.js';
import { renderChallengePage, renderResultPage } from './challenge-page.js';
import { readBodyText } from './request-body.js';

/** Creates the routes of the controls, for programs in any language. Invalid input gets a 400 with the reason. */
export function createControlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono().basePath(CONTROLS_PATH);
  app.get('/ledger', (c) => c.json(sandbox.ledger()));
  app.get('/requests', (c) => c.json(sandbox.requests()));
  app.get('/clock', (c) => c.json({ now: sandbox.clock.now() }));
  app.post('/clock', async (c) => {
    sandbox.clock.advance((await readJsonObject(c.req))['advance'] as number);
    return c.json({ now: sandbox.clock.now() });
  });
  app.post('/faults', async (c) => {
    sandbox.faults.inject((await readJsonObject(c.req)) as object as Fault);
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
  app.post('/reset', async (c) => {
    sandbox.reset(await readJsonObject(c.req));
    return c.body(null, 204);
  });
  app.get(`${CHALLENGES_PATH}/:id`, (c) => c.html(renderChallengePage()));
  app.post(`${CHALLENGES_PATH}/:id`, async (c) => {
    const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    const { outcome = 'authorized' }: Record<string, unknown> = isForm
      ? Object.fromEntries(new URLSearchParams(await readBodyText(c.req.raw)))
      : await readJsonObject(c.req);
    sandbox.challenges.complete(c.req.param('id'), outcome as ChallengeOutcome);
    return isForm ? c.html(renderResultPage(String(outcome))) : c.body(null, 204);
  });
  app.notFound((c) => c.json({ error: 'There is no such control.' }, 404));
  app.onError((error, c) => {
    if (error instanceof TypeError) return c.json({ error: error.message }, 400);
    if (error instanceof ApiError) return Response.json({ error: error.codes.join(', ') }, error);
    throw error;
  });
  return app;
}

/** Reads the JSON object in a request's body. An empty body is an empty object. */
async function readJsonObject(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await readBodyText(request.raw);
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // The error below covers malformed JSON too.
  }
  throw new TypeError('The body must be a JSON object.');
}
