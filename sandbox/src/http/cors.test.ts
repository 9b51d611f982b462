import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { sendHttp } from '../testing/http-request.js';

const SHOP = 'http://localhost:5173';
const PREFLIGHT = {
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'authorization,cko-idempotency-key,content-type',
};

async function listen(...cors: string[]) {
  const sandbox = createSandbox();
  const server = await sandbox.listen({ cors });
  onTestFinished(() => server.close());
  return { sandbox, url: `${server.url}/payments` };
}

/** Returns the CORS headers of a response. */
function listCorsHeaders(headers: object) {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-')),
  );
}

describe('CORS', () => {
  it('answers the preflight of an allowed origin with the documented methods and headers', async () => {
    const { sandbox, url } = await listen(SHOP);

    const { status, headers } = await sendHttp('OPTIONS', url, { Origin: SHOP, ...PREFLIGHT });

    expect(status).toBe(204);
    expect(listCorsHeaders(headers)).toEqual({
      vary: 'Origin',
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST, GET, DELETE, PATCH',
      'access-control-allow-headers': 'Authorization, Content-Type, Cko-Idempotency-Key',
      'access-control-expose-headers': 'Cko-Request-Id, Cko-Version, Date, Retry-After, WWW-Authenticate',
      'access-control-max-age': '600',
    });
    expect(sandbox.requests()).toEqual([]);
  });

  it('lets an allowed origin read a response', async () => {
    const { url } = await listen('https://shop.example', SHOP);

    const response = await sendHttp('GET', url, { Origin: SHOP });

    expect(response.status).toBe(401);
    expect(listCorsHeaders(response.headers)).toEqual({
      vary: 'Origin',
      'access-control-allow-origin': SHOP,
      'access-control-expose-headers': expect.stringContaining('Cko-Request-Id'),
    });
  });

  it.each([
    ['another origin', [SHOP], 'http://localhost:5174'],
    ['an origin that contains an allowed one', [SHOP], `${SHOP}0`],
    ['a page without an origin', [SHOP], 'null'],
    ['any origin by default', [], SHOP],
  ])('never lets %s read a response', async (_, allowed, origin) => {
    const { url } = await listen(...allowed);

    const preflight = await sendHttp('OPTIONS', url, { Origin: origin, ...PREFLIGHT });
    const response = await sendHttp('GET', url, { Origin: origin });

    const vary = allowed.length > 0 ? { vary: 'Origin' } : {};
    expect([preflight.status, response.status]).toEqual([403, 403]);
    expect(listCorsHeaders(preflight.headers)).toEqual(vary);
    expect(listCorsHeaders(response.headers)).toEqual(vary);
  });

  it.each(['*', 'localhost:5173', 'http://localhost:5173/', 'http://localhost:5173/shop', ''])(
    'throws when an origin is %j',
    async (origin) => {
      await expect(createSandbox().listen({ cors: [origin] })).rejects.toThrow(
        `listen: \`cors\` must be an origin such as http://localhost:5173, not '${origin}'.`,
      );
    },
  );
});
