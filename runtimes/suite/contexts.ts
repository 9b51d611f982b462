import { createClient, type TokenResponse } from 'lddpay';
import type { Context, Settings } from './lib/behaviour.js';
import { createSandboxControls } from './lib/sandbox-controls.js';

/** Creates clients as servers do: with a client secret. */
export function serverContext(settings: Settings): Context {
  const { baseUrl, credentials, signing } = settings;
  // A client with another `baseUrl` still fetches its token here.
  const tokenUrl = `${baseUrl}/connect/token`;
  return {
    settings,
    sandbox: createSandboxControls(baseUrl),
    connect: (options) => createClient({ baseUrl, ...credentials, tokenUrl, ...options }),
    connectSigning: (options) => createClient({ baseUrl, ...credentials, ...options, signing }),
  };
}

/** Creates clients as browsers do: a backend supplies the token, and a signing secret has to be allowed. */
export function browserContext(settings: Settings): Context {
  const { baseUrl, signing } = settings;
  const tokenProvider = async (): Promise<TokenResponse> => (await fetch('/backend/token')).json();
  const common = { baseUrl, tokenProvider };
  return {
    settings,
    sandbox: createSandboxControls(baseUrl),
    connect: (options) => createClient({ ...common, ...options }),
    connectSigning: (options) =>
      createClient({ ...common, ...options, signing, dangerouslyAllowBrowser: true }),
  };
}
