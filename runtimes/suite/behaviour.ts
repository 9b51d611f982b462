import type { Client, SigningOptions, TokenProviderOptions } from 'lddpay';
import type { Controls } from './controls.js';

/** What the command tells the suite: written into the bundle, since no two runtimes read arguments alike. */
export interface Settings {
  /** Where the sandbox is, as the runtime reaches it. */
  readonly baseUrl: string;
  /** Where nobody listens. */
  readonly refusingUrl: string;
  /** What the sandbox gives tokens to. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
  readonly signing: SigningOptions;
}

/** Options that every client takes, wherever its tokens come from. */
export type Options = Partial<Omit<TokenProviderOptions, 'tokenProvider' | 'signing'>>;

/** What a behaviour works with. */
export interface Context {
  readonly settings: Settings;
  readonly sandbox: Controls;
  /** A new client of the sandbox, made as is usual on the runtime. */
  connect(options?: Options): Client<false>;
  /** The same, and it signs. */
  connectSigning(options?: Options): Client<true>;
}

/** Something that the client does wherever it runs. */
export interface Behaviour {
  /** In plain English; unique. */
  readonly name: string;
  /** Starts with an empty sandbox. Rejects, saying why, when the client behaves otherwise. */
  run(context: Context): Promise<void>;
}
