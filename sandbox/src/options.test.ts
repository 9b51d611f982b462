import { expect, it, vi } from 'vitest';
import { createSandbox, type SandboxOptions } from './index.js';
import { connect } from './testing/api.js';
import { DAY, MINUTE, SECOND } from './testing/fixtures.js';

it('has defaults for all options', async () => {
  const sandbox = createSandbox();

  expect(sandbox.credentials).toEqual({
    clientId: 'ack_sandbox',
    clientSecret: 'sandbox-client-secret',
    scope: 'gateway',
    signing: { siteIdentifier: 'S0000000001', secret: 'sandbox-signing-secret' },
  });
  const { body } = await (await connect(sandbox)).post('/connect/token', {
    grant_type: 'client_credentials',
    client_id: 'ack_sandbox',
    client_secret: 'sandbox-client-secret',
    scope: 'gateway',
  });
  expect(body).toMatchObject({ expires_in: 3600 });
});

it('follows the clock of the machine by default', () => {
  const before = Date.now();
  const now = createSandbox().clock.now();

  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

it('follows fake timers by default, from their start to their end', () => {
  const { clock } = createSandbox();
  vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
  try {
    const faked = createSandbox().clock;
    vi.advanceTimersByTime(DAY);
    expect([clock.now(), faked.now()]).toEqual([1000 + DAY, 1000 + DAY]);
    vi.useRealTimers();
    expect(faked.now()).toBeGreaterThan(1000 + DAY);
  } finally {
    vi.useRealTimers();
  }
});

it('stands still at the start of 2026 with a seed', () => {
  const { clock } = createSandbox({ seed: 0 });

  expect(clock.now()).toBe(Date.UTC(2026, 0, 1));
  clock.advance(MINUTE);
  expect(clock.now()).toBe(Date.UTC(2026, 0, 1) + MINUTE);
});

it('follows `now`, even with a seed, plus the time it was advanced by', () => {
  let time = 1000;
  const { clock } = createSandbox({ seed: 1, now: () => time });

  clock.advance(DAY);
  time = 1500;

  expect(clock.now()).toBe(1500 + DAY);
});

it('carries out everything that is due by `now`', async () => {
  let time = 0;
  const api = await connect(createSandbox({ now: () => time, captureDelay: 500 }));
  const id = await api.charge();

  time = 499;
  expect(api.effects(id)).toEqual(['Authorization 1000']);
  time = 500;
  expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']);
});

it('accepts all options together', () => {
  const options: SandboxOptions = {
    clientId: 'me',
    clientSecret: 'hush',
    siteIdentifier: 'S17',
    signingSecret: 'hush, hush',
    tokenLifetime: 0.5,
    captureDelay: 0,
    refundAmountUnit: 'major',
    keyLifetime: 1000,
    strictKeys: true,
    seed: -17,
    now: () => 0,
  };

  expect(createSandbox(options).credentials).toMatchObject({
    clientId: 'me',
    clientSecret: 'hush',
    signing: { siteIdentifier: 'S17', secret: 'hush, hush' },
  });
});

it('takes times of ten years, whose ends have a date', async () => {
  const tenYears = 10 * 365 * DAY;
  const times = { captureDelay: tenYears, keyLifetime: tenYears, tokenLifetime: tenYears / SECOND };
  const api = await connect(createSandbox({ seed: 1, ...times }));
  const id = await api.charge();

  api.sandbox.clock.advance(tenYears);

  expect(api.effects(id)).toEqual(['Authorization 1000', 'Capture 1000']);
});

it('generates other identifiers in each sandbox without a seed', async () => {
  const [one, other] = [await connect(createSandbox()), await connect(createSandbox())];

  expect(await one.authorize()).not.toBe(await other.authorize());
});

it('does not share state between sandboxes, even with the same seed', async () => {
  const [one, other] = [await connect(createSandbox({ seed: 1 })), await connect(createSandbox({ seed: 1 }))];

  const id = await one.authorize();

  expect((await other.get(`/payments/${id}`)).status).toBe(404);
});

it.each<[keyof SandboxOptions, readonly unknown[]]>([
  ['clientId', ['', 17, {}]],
  ['clientSecret', ['', 17]],
  ['siteIdentifier', ['', 17]],
  ['signingSecret', ['', Buffer.from('secret')]],
  [
    'tokenLifetime',
    [0, -1, Number.NaN, Number.POSITIVE_INFINITY, (10 * 365 * DAY) / SECOND + 1, '3600', 60n],
  ],
  ['captureDelay', [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10 * 365 * DAY + 1, '0', 5n]],
  ['refundAmountUnit', ['cents', 'Minor', 1]],
  ['keyLifetime', [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10 * 365 * DAY + 1, '0', 5n]],
  ['strictKeys', ['true', 0, 1, {}]],
  ['seed', [0.5, Number.NaN, Number.NEGATIVE_INFINITY, 2 ** 53, '1', 1n]],
  ['now', [17, 'now', new Date(0)]],
])('throws an error that names a wrong %s', (name, values) => {
  for (const value of values) {
    expect(() => createSandbox({ [name]: value }), String(value)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: expect.stringMatching(`^createSandbox: \`${name}\` must be `),
      }),
    );
  }
});

it.each([
  [
    'an unknown option',
    { captureDelayMs: 5 },
    'createSandbox: there is no option `captureDelayMs`. The options are ',
  ],
  ['a string', 'seed=5', 'createSandbox: the options must be an object.'],
  ['an array', [], 'createSandbox: the options must be an object.'],
])('throws for %s', (_, options, message) => {
  expect(() => createSandbox(options as SandboxOptions)).toThrow(message);
});
