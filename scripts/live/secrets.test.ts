import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.js';
import { renderText } from './render-text.js';
import { type Line, openLine, WRITES } from './testing/line.js';
import type { Alteration } from './testing/provider.js';

/** As hard to tell from harmless words as secrets can be. */
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

let line: Line;
beforeAll(async () => {
  line = await openLine(OPTIONS);
});
afterEach(() => line.provider.sandbox.reset());
afterAll(() => line.close());

/** Issues a token that looks like a word, and takes it for the sandbox's own. */
function withPlainToken(alteration: Alteration): Alteration {
  let issued = '';
  return async (incoming, answer) => {
    const { headers, operationId } = incoming;
    if (headers.get('Authorization') === `Bearer ${TOKEN}`) headers.set('Authorization', `Bearer ${issued}`);
    const given = await answer();
    if (operationId !== 'getToken') return alteration(incoming, async () => given);
    issued = JSON.parse(given.text).access_token ?? issued;
    return { ...given, text: given.text.replace(/sandbox_\w+/, TOKEN) };
  };
}

/** A JSON value with other texts in it. */
function retold(value: unknown, text: () => string): unknown {
  if (typeof value === 'string') return text();
  if (Array.isArray(value)) return value.map((item) => retold(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, retold(member, text)]));
}

function retelling(text: () => string): Alteration {
  return async (_incoming, answer) => {
    const given = await answer();
    return given.text === ''
      ? given
      : { ...given, text: JSON.stringify(retold(JSON.parse(given.text), text)) };
  };
}

let turn = 0;

describe('nothing that is kept secret is in the report or the progress, when a server echoes it', () => {
  it.each<{ where: string; alteration: Alteration }>([
    { where: 'in turn in every text', alteration: retelling(() => SECRETS[turn++ % SECRETS.length] ?? '') },
    { where: 'as its token in every text', alteration: retelling(() => TOKEN) },
    { where: 'in identifiers', alteration: retelling(() => `pay_${OPTIONS.signingSecret}`) },
    {
      where: 'in the names of fields',
      alteration: async (_incoming, answer) => {
        const body = Object.fromEntries(SECRETS.map((secret) => [secret, { [secret]: secret }]));
        return { ...(await answer()), text: JSON.stringify(body) };
      },
    },
    {
      where: 'in headers',
      alteration: async (_incoming, answer) => {
        const given = await answer();
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
        return { ...given, headers };
      },
    },
    {
      where: 'in texts that are no JSON',
      alteration: async (_incoming, answer) => ({ ...(await answer()), text: `<p>${ALL}</p>` }),
    },
    {
      where: 'in statuses that are not documented',
      alteration: async (_incoming, answer) => ({
        ...(await answer()),
        status: 500,
        text: JSON.stringify(ALL),
      }),
    },
  ])('$where', async ({ alteration }) => {
    const { report, progress } = await line.run(ENV, withPlainToken(alteration));
    expect(report.deviations).not.toEqual([]);
    expectNoSecret(renderText(report), renderMarkdown(report), JSON.stringify(report), ...progress);
  });

  it('in the reason why it issues no token', async () => {
    for (const error of [ALL, ...SECRETS]) {
      const refusing: Alteration = () => ({
        status: 400,
        headers: new Headers({ 'Content-Type': 'application/json' }),
        text: JSON.stringify({ error, error_description: ALL }),
      });
      const refused = await line.run(ENV, refusing).catch((reason: unknown) => reason);
      expect(refused).toBeInstanceOf(Error);
      expectNoSecret(String(refused));
    }
  });
});

function expectNoSecret(...texts: readonly string[]): void {
  for (const text of texts) {
    const found = SECRETS.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
    expect(found, text).toEqual([]);
  }
}
