import { expect, it } from 'vitest';
import { createClient } from './client.js';
import { optionsFromEnv } from './env.js';
import { isLddPayError, type LddPayError } from './errors.js';
import { testFetch } from './testing/test-fetch.js';
import { tokenValue } from './testing/token-reply.js';

const ENV = {
  LDDPAY_BASE_URL: 'https://api.example.com',
  LDDPAY_CLIENT_ID: 'client-1',
  LDDPAY_CLIENT_SECRET: 'hush-client',
  LDDPAY_SCOPE: 'payments',
};
const SIGNING_ENV = { LDDPAY_SITE_IDENTIFIER: 'S1', LDDPAY_SIGNING_SECRET: 'hush-signing' };

/** Returns the error that optionsFromEnv throws. */
function catchEnvError(env: Readonly<Record<string, string | undefined>>): LddPayError {
  try {
    optionsFromEnv(env);
  } catch (error) {
    if (isLddPayError(error)) return error;
    throw error;
  }
  throw new Error('The environment was accepted.');
}

it('reads the four required variables', () => {
  expect(optionsFromEnv(ENV)).toEqual({
    baseUrl: 'https://api.example.com',
    clientId: 'client-1',
    clientSecret: 'hush-client',
    scope: 'payments',
  });
});

it('reads the optional variables', () => {
  expect(
    optionsFromEnv({ ...ENV, ...SIGNING_ENV, LDDPAY_TOKEN_URL: 'https://id.example.com/token' }),
  ).toMatchObject({
    tokenUrl: 'https://id.example.com/token',
    signing: { siteIdentifier: 'S1', secret: 'hush-signing' },
  });
});

it('treats an empty optional variable like one that is not set', () => {
  const options = optionsFromEnv({
    ...ENV,
    LDDPAY_TOKEN_URL: '',
    LDDPAY_SITE_IDENTIFIER: '',
    LDDPAY_SIGNING_SECRET: '',
  });

  expect(options.tokenUrl).toBeUndefined();
  expect(options.signing).toBeUndefined();
});

it('says what is not set', () => {
  expect(catchEnvError({ ...ENV, LDDPAY_SCOPE: undefined }).message).toBe('`LDDPAY_SCOPE` is not set.');
});

it.each(['LDDPAY_BASE_URL', 'LDDPAY_TOKEN_URL'])(
  'throws an error that names %s when it is no URL',
  (name) => {
    for (const url of ['api.example.com', 'https://user:hush@host']) {
      const { message } = catchEnvError({ ...ENV, [name]: url });
      expect(message).toContain(`\`${name}\` must be an http or https URL`);
      expect(message).not.toContain('hush');
    }
  },
);

it.each(Object.keys(ENV))('throws an error that names %s when it is missing or empty', (name) => {
  for (const value of [undefined, '']) {
    const error = catchEnvError({ ...ENV, ...SIGNING_ENV, [name]: value });
    expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('hush');
  }
});

it.each(Object.keys(SIGNING_ENV))(
  'throws an error that names %s when only the other signing variable is set',
  (name) => {
    const error = catchEnvError({ ...ENV, ...SIGNING_ENV, [name]: undefined });

    expect(error.kind).toBe('config');
    expect(error.message).toContain(name);
    expect(error.message).not.toContain('hush');
  },
);

it.each([...Object.keys({ ...ENV, ...SIGNING_ENV }), 'LDDPAY_TOKEN_URL'])(
  'throws an error that names %s when it has control characters, or white space at an end',
  (name) => {
    const env: Record<string, string> = {
      ...ENV,
      ...SIGNING_ENV,
      LDDPAY_TOKEN_URL: 'https://id.example.com',
    };
    for (const value of [
      `${env[name]}\n`,
      ` ${env[name]}`,
      `${env[name]}\r\n`,
      ' ',
      `${env[name]}\nb`,
      `${env[name]}\0`,
    ]) {
      const error = catchEnvError({ ...env, [name]: value });

      expect(error).toMatchObject({ kind: 'config', outcome: 'not_sent' });
      expect(error.message).toContain(`\`${name}\``);
      expect(error.message).not.toContain('hush');
    }
  },
);

it('returns options that createClient accepts', async () => {
  const { fetch, tokenRequests } = testFetch();

  const token = await createClient({ ...optionsFromEnv(ENV), fetch }).getToken();

  expect(token).toMatchObject({ access_token: tokenValue() });
  expect(tokenRequests[0]?.url).toBe('https://api.example.com/connect/token');
});

it.each([undefined, null, 'LDDPAY_SCOPE'])(
  'throws a config error for %s, which is not an environment',
  (wrong) => {
    expect(() => optionsFromEnv(wrong as never)).toThrow(expect.objectContaining({ kind: 'config' }));
  },
);
