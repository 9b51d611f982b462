import { createClient, type TokenResponse } from 'lddpay';
import type { Context, Settings } from './behaviour.js';
import { controlsOf } from './controls.js';

/** Clients as a server makes them: with a secret of their own. */
export function serverContext(settings: Settings): Context {
  const { baseUrl, credentials, signing } = settings;
  // A client for another place still gets its token here.
  const tokenUrl = `${baseUrl}/connect/token`;
  return {
    settings,
    sandbox: controlsOf(baseUrl),
    connect: (options) => createClient({ baseUrl, ...credentials, tokenUrl, ...options }),
    connectSigning: (options) => createClient({ baseUrl, ...credentials, ...options, signing }),
  };
}

/** Clients as a page makes them: a backend supplies the token, and a secret takes a word of its own. */
export function pageContext(settings: Settings): Context {
  const { baseUrl, signing } = settings;
  const tokenProvider = async (): Promise<TokenResponse> => (await fetch('/backend/token')).json();
  const common = { baseUrl, tokenProvider };
  return {
    settings,
    sandbox: controlsOf(baseUrl),
    connect: (options) => createClient({ ...common, ...options }),
    connectSigning: (options) =>
      createClient({ ...common, ...options, signing, dangerouslyAllowBrowser: true }),
  };
}
