import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSandbox } from '../index.js';

const BASE = 'http://sandbox.test/_sandbox';

async function loadPage() {
  const response = await createSandbox().fetch(`${BASE}/`);
  return { response, policy: response.headers.get('Content-Security-Policy'), html: await response.text() };
}

it('is one document without external parts', async () => {
  const { response, html } = await loadPage();

  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(html).not.toMatch(/https?:|src=|@import|url\(/);
  expect(Buffer.byteLength(html)).toBeLessThan(25_000);
});

it('allows its own script and style alone, and no frame of another page', async () => {
  const { response, policy, html } = await loadPage();
  const hash = (element: string) => {
    const [, content = ''] = new RegExp(`<${element}>(.*)</${element}>`, 's').exec(html) ?? [];
    return createHash('sha256').update(content).digest('base64');
  };

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
  expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(response.headers.get('X-Frame-Options')).toBe('DENY');
});

it('has a choice for every effect of a fault and every operation', async () => {
  const { html } = await loadPage();

  for (const choice of ['drop-before', 'short-body', 'in-flight', 'getToken', 'refundPayment'])
    expect(html).toContain(`>${choice}</option>`);
});

it('says what every effect of a fault is, and which field it has', async () => {
  const { html } = await loadPage();

  const hints = [
    ...html.matchAll(/<option data-hint="(.+?)" data-field="(.*?)" data-preset="(.*?)">(.+?)</g),
  ];
  expect(hints.map(([, , field, preset, effect]) => [effect, field, preset])).toEqual([
    ['drop-before', '', ''],
    ['drop-after', '', ''],
    ['status', 'status', '500'],
    ['status-after', 'status', '502'],
    ['delay', 'ms', '1000'],
    ['late', 'ms', '1000'],
    ['twice', 'ms', '0'],
    ['stall-body', '', ''],
    ['truncate-body', '', ''],
    ['short-body', '', ''],
    ['in-flight', '', ''],
  ]);
});

it('is found without the last slash too', async () => {
  const response = await createSandbox().fetch(BASE);

  expect(response.status).toBe(308);
  expect(response.headers.get('Location')).toBe('/_sandbox/');
});
