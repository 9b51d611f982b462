import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderMarkdown } from './report/render-markdown.js';
import { renderText } from './report/render-text.js';
import type { Alteration } from './testing/provider.js';
import { startTestRunner, type TestRunner, WRITES } from './testing/test-run.js';

/** Secrets that look like harmless words. */
const OPTIONS = {
  clientId: 'plainclient',
  clientSecret: 'PlainSecret',
  siteIdentifier: 'plain site',
  signingSecret: 'abcdefghijklmnopqrstuvwxyz',
};
const ENV = {
  ...WRITES,
  LDDPAY_SITE_IDENTIFIER: OPTIONS.siteIdentifier,
  LDDPAY_SIGNING_SECRET: OPTIONS.signingSecret,
  LDDPAY_LIVE_CARD_NUMBER: '4111111111111111',
  LDDPAY_LIVE_CARD_CVV: '9753',
};
const TOKEN = 'plaintoken';
const SECRETS = [
  ...Object.values(OPTIONS),
  TOKEN,
  ENV.LDDPAY_LIVE_CARD_NUMBER,
  ENV.LDDPAY_LIVE_CARD_CVV,
  ENV.LDDPAY_LIVE_PNM_PAYMENT_IDENTIFIER,
];
const ALL = SECRETS.join(' ');

let runner: TestRunner;
beforeAll(async () => {
  runner = await startTestRunner(OPTIONS);
});
afterEach(() => runner.provider.sandbox.reset());
afterAll(() => runner.close());

/** Replaces the token of the sandbox by one that looks like a word. */
function withPlainToken(alteration: Alteration): Alteration {
  let issued = '';
  return async (request, respond) => {
    const { headers, operationId } = request;
    if (headers.get('Authorization') === `Bearer ${TOKEN}`) headers.set('Authorization', `Bearer ${issued}`);
    const response = await respond();
    if (operationId !== 'getToken') return alteration(request, async () => response);
    issued = JSON.parse(response.body).access_token ?? issued;
    return { ...response, body: response.body.replace(/sandbox_\w+/, TOKEN) };
  };
}

/** Replaces every string in a JSON value. */
function replaceStrings(value: unknown, next: () => string): unknown {
  if (typeof value === 'string') return next();
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, replaceStrings(member, next)]),
  );
}

/** Replaces every string in every response. */
function withStrings(next: () => string): Alteration {
  return async (_request, respond) => {
    const response = await respond();
    return response.body === ''
      ? response
      : { ...response, body: JSON.stringify(replaceStrings(JSON.parse(response.body), next)) };
  };
}

let turn = 0;

describe('checkLive', () => {
  it.each<{ where: string; alteration: Alteration }>([
    {
      where: 'in every string, one after the other',
      alteration: withStrings(() => SECRETS[turn++ % SECRETS.length] ?? ''),
    },
    { where: 'as the token in every string', alteration: withStrings(() => TOKEN) },
    { where: 'in identifiers', alteration: withStrings(() => `pay_${OPTIONS.signingSecret}`) },
    {
      where: 'in the names of fields',
      alteration: async (_request, respond) => {
        const echo = Object.fromEntries(SECRETS.map((secret) => [secret, { [secret]: secret }]));
        return { ...(await respond()), body: JSON.stringify(echo) };
      },
    },
    {
      where: 'in headers',
      alteration: async (_request, respond) => {
        const response = await respond();
        const names = ['Content-Type', 'Cko-Request-Id', 'Cko-Version', 'Location', 'X-Echo'];
        const violations = JSON.stringify([
          { location: ['response', 'body', ALL], code: TOKEN, message: ALL },
        ]);
        const headers = new Headers([
          ...names.map(
            (name) => [name, name === 'Content-Type' ? `text/${TOKEN}; x=${ALL}` : ALL] as [string, string],
          ),
          ['sl-violations', violations],
        ]);
        return { ...response, headers };
      },
    },
    {
      where: 'in a body that is not JSON',
      alteration: async (_request, respond) => ({ ...(await respond()), body: `<p>${ALL}</p>` }),
    },
    {
      where: 'with an undocumented status',
      alteration: async (_request, respond) => ({
        ...(await respond()),
        status: 500,
        body: JSON.stringify(ALL),
      }),
    },
  ])(
    'shows no secret in the report or the progress when the server returns it $where',
    async ({ alteration }) => {
      const { report, progress } = await runner.run(ENV, withPlainToken(alteration));
      expect(report.deviations).not.toEqual([]);
      expectNoSecret(renderText(report), renderMarkdown(report), JSON.stringify(report), ...progress);
    },
  );

  it('shows no secret in the reason why no token is issued', async () => {
    for (const error of [ALL, ...SECRETS]) {
      const refusing: Alteration = () => ({
        status: 400,
        headers: new Headers({ 'Content-Type': 'application/json' }),
        body: JSON.stringify({ error, error_description: ALL }),
      });
      const refused = await runner.run(ENV, refusing).catch((reason: unknown) => reason);
      expect(refused).toBeInstanceOf(Error);
      expectNoSecret(String(refused));
    }
  });
});

function expectNoSecret(...texts: readonly string[]): void {
  for (const text of texts) {
    const found = SECRETS.filter((secret) => asWord(secret).test(text));
    expect(found, text).toEqual([]);
  }
}

/** A secret of digits only counts by itself: a time or a random identifier can have them by chance. */
function asWord(secret: string): RegExp {
  return /^\d+$/.test(secret) ? new RegExp(`(?<![\\w-])${secret}(?![\\w-])`) : new RegExp(secret, 'i');
}
