import type { Client, SigningOptions, TokenProviderOptions } from 'lddpay';
import type { SandboxControls } from './sandbox-controls.js';

/** The settings of the suite. They are compiled into the bundle, since runtimes read arguments in different ways. */
export interface Settings {
  /** The URL of the sandbox, as the runtime reaches it. */
  readonly baseUrl: string;
  /** A URL that refuses connections. */
  readonly refusingUrl: string;
  /** The URL of a server that forwards one request to the sandbox, and vanishes once the next has taken effect. */
  readonly vanishingUrl: string;
  /** The credentials that the sandbox accepts. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly signing: SigningOptions;
}

/** The options of every client, with credentials or with a token provider. */
export type Options = Partial<Omit<TokenProviderOptions, 'tokenProvider' | 'signing'>>;

/** The objects that a behaviour works with. */
export interface Context {
  readonly settings: Settings;
  readonly sandbox: SandboxControls;
  /** Creates a client of the sandbox in the way that is usual on the runtime. */
  connect(options?: Options): Client<false>;
  /** Creates a client that also signs. */
  connectSigning(options?: Options): Client<true>;
}

/** A behaviour of the client, tested on every runtime. */
export interface Behaviour {
  /** A sentence in plain English; unique. */
  readonly name: string;
  /** Runs on an empty sandbox. Rejects with the reason when the client behaves differently. */
  run(context: Context): Promise<void>;
}
