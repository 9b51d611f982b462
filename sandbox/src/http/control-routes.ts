import { Hono, type HonoRequest } from 'hono';
import type { ChallengeOutcome } from '../payments/authorization.js';
import { CHALLENGES, CONTROLS } from '../payments/links.js';
import type { Sandbox } from '../sandbox.js';
import { Refusal } from '../shared/api-error.js';
import type { Fault } from '../state/faults.js';
import { challengePage, resultPage } from './challenge-page.js';
import { readText } from './request-body.js';

/** The controls of a sandbox over HTTP, for any language. Wrong input is answered with 400 and the reason. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono().basePath(CONTROLS);
  app.get('/ledger', (c) => c.json(sandbox.ledger()));
  app.get('/requests', (c) => c.json(sandbox.requests()));
  app.get('/clock', (c) => c.json({ now: sandbox.clock.now() }));
  app.post('/clock', async (c) => {
    sandbox.clock.advance((await jsonOf(c.req))['advance'] as number);
    return c.json({ now: sandbox.clock.now() });
  });
  app.post('/faults', async (c) => {
    sandbox.faults.inject((await jsonOf(c.req)) as object as Fault);
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
    sandbox.reset(await jsonOf(c.req));
    return c.body(null, 204);
  });
  app.get(`${CHALLENGES}/:id`, (c) => c.html(challengePage()));
  app.post(`${CHALLENGES}/:id`, async (c) => {
    const form = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded');
    const { outcome = 'authorized' }: Record<string, unknown> = form
      ? Object.fromEntries(new URLSearchParams(await readText(c.req.raw)))
      : await jsonOf(c.req);
    sandbox.challenges.complete(c.req.param('id'), outcome as ChallengeOutcome);
    return form ? c.html(resultPage(String(outcome))) : c.body(null, 204);
  });
  app.notFound((c) => c.json({ error: 'There is no such control.' }, 404));
  app.onError((error, c) => {
    if (error instanceof TypeError) return c.json({ error: error.message }, 400);
    if (error instanceof Refusal) return Response.json({ error: error.codes.join(', ') }, error);
    throw error;
  });
  return app;
}

/** The object that a request has as its body; an empty one for an empty body. */
async function jsonOf(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await readText(request.raw);
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Said below, as of any other text that is no object.
  }
  throw new TypeError('The body must be a JSON object.');
}
