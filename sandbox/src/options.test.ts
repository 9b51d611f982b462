import { describe, expect, it } from 'vitest';
import { createSandbox, type SandboxOptions } from './index.js';
import { OPTIONS, readOptions } from './options.js';
import { connect, openApi } from './testing/api.js';
import { DAY, MINUTE } from './testing/fixtures.js';

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
    seed: -17,
    now: () => 0,
  };

  expect(createSandbox(options).credentials).toMatchObject({
    clientId: 'me',
    clientSecret: 'hush',
    signing: { siteIdentifier: 'S17', secret: 'hush, hush' },
  });
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
  ['tokenLifetime', [0, -1, Number.NaN, Number.POSITIVE_INFINITY, '3600', 60n]],
  ['captureDelay', [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '0', 5n]],
  ['refundAmountUnit', ['cents', 'Minor', 1]],
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

describe('reset with options', () => {
  it('changes each of them until the next change, and keeps the others', async () => {
    const api = await connect(createSandbox({ seed: 1, captureDelay: DAY }));
    api.sandbox.reset({
      clientId: 'me',
      clientSecret: 'hush',
      siteIdentifier: 'S17',
      signingSecret: 'hush, hush',
      tokenLifetime: 60,
      refundAmountUnit: 'major',
      now: '2027-01-01T00:00:00Z',
    });
    api.sandbox.reset();

    expect(api.sandbox.credentials).toEqual({
      clientId: 'me',
      clientSecret: 'hush',
      scope: 'gateway',
      signing: { siteIdentifier: 'S17', secret: 'hush, hush' },
    });
    expect(api.sandbox.clock.now()).toBe(Date.UTC(2027, 0));
    const { body } = await api.post('/connect/token', api.tokenRequest);
    expect(body).toMatchObject({ expires_in: 60 });
    const id = await api.charge();
    expect(api.effects(id)).toEqual(['Authorization 1000']);
    api.sandbox.reset({ captureDelay: 0 });
    expect(api.effects(await api.charge())).toEqual(['Authorization 1000', 'Capture 1000']);
  });

  it('keeps the options that are undefined or null', () => {
    const sandbox = createSandbox({ clientId: 'me' });

    sandbox.reset({ clientId: undefined, seed: null } as object);

    expect(sandbox.credentials.clientId).toBe('me');
  });

  it('takes a time in milliseconds, a string or a function', () => {
    const { clock, reset } = createSandbox();
    for (const [now, time] of [
      [17, 17],
      ['1970-01-01T00:00:00.018Z', 18],
      [() => 19, 19],
    ] as const) {
      reset({ now });
      expect(clock.now()).toBe(time);
    }
  });

  it.each([
    [{ tokenLifetime: 0 }, 'reset: `tokenLifetime` must be a positive number of seconds.'],
    [{ captureDelay: 0.5 }, 'reset: `captureDelay` must be an integer of milliseconds, 0 or more.'],
    [{ now: 'soon' }, 'reset: `now` must be a time such as 2026-01-01T00:00:00Z, or milliseconds'],
    [{ now: -1 }, 'reset: `now` must be a time such as'],
    [{ clock: 5 }, 'reset: there is no option `clock`.'],
  ])('throws for %j and changes nothing, over HTTP as well', async (options, message) => {
    const api = await openApi();
    await api.charge();

    expect(() => api.sandbox.reset(options as object)).toThrow(message);
    const response = await api.request('POST', '/_sandbox/reset', options);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining(message) });
    expect(api.sandbox.ledger()).toHaveLength(2);
  });

  it('takes every option over HTTP', async () => {
    const api = await openApi();
    const options = {
      clientId: 'me',
      clientSecret: 'hush',
      siteIdentifier: 'S17',
      signingSecret: 'hush, hush',
      tokenLifetime: 0.5,
      captureDelay: 5,
      refundAmountUnit: 'major',
      seed: 7,
      now: '2027-01-01T00:00:00Z',
    };

    const { status } = await api.request('POST', '/_sandbox/reset', options);

    expect(status).toBe(204);
    expect(Object.keys(options)).toEqual(Object.keys(OPTIONS));
    expect(api.sandbox.clock.now()).toBe(Date.UTC(2027, 0));
    expect((await api.post('/connect/token', api.tokenRequest)).body).toMatchObject({ expires_in: 0.5 });
    expect(api.tokenRequest.client_id).toBe('me');
  });
});

describe('the specification of an option', () => {
  it.each<[keyof SandboxOptions, string, unknown]>([
    ['clientId', '5', '5'],
    ['tokenLifetime', '0.5', 0.5],
    ['captureDelay', '5', 5],
    ['seed', '-5', -5],
    ['refundAmountUnit', 'major', 'major'],
    ['now', '5', 5],
    ['now', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['now', '2026-01-01T00:00:00.5+08:00', '2026-01-01T00:00:00.5+08:00'],
    ['now', '2026-01-01', '2026-01-01'],
  ])('reads %s from the string %s', (name, text, value) => {
    const { parse, isValid } = OPTIONS[name];

    expect(parse(text)).toBe(value);
    expect(isValid(parse(text))).toBe(true);
  });

  it.each<[keyof SandboxOptions, string]>([
    ['clientId', ''],
    ['tokenLifetime', ''],
    ['tokenLifetime', 'Infinity'],
    ['captureDelay', '1e3'],
    ['captureDelay', '0x10'],
    ['captureDelay', ' '],
    ['seed', '0.5'],
    ['refundAmountUnit', 'cents'],
    ['now', 'soon'],
    ['now', '-5'],
    ['now', '2026-01-01T00:00:00'],
    ['now', '2026-13-01'],
    ['now', '1e3'],
  ])('finds %s wrong when the string is "%s"', (name, text) => {
    const { parse, isValid } = OPTIONS[name];

    expect(isValid(parse(text))).toBe(false);
  });

  it.each(Object.entries(OPTIONS))('states the default of %s', (name, { defaultText, parse }) => {
    const value = readOptions({ seed: 1 })[name as keyof SandboxOptions];

    if (!['seed', 'now'].includes(name)) expect(parse(defaultText)).toBe(value);
  });
});
