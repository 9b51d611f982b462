// Checked by the compiler and never run: what an environment can be.
import { expectTypeOf } from 'vitest';
import { type Client, createClient, optionsFromEnv, type SigningOptions } from './index.js';

/** As tools generate it for the handler of a Worker: no index signature, and bindings of other types. */
interface WorkerEnv {
  LDDPAY_BASE_URL: string;
  LDDPAY_CLIENT_ID: string;
  LDDPAY_CLIENT_SECRET: string;
  LDDPAY_SCOPE: string;
  KV: { get(key: string): Promise<string | null> };
  PORT: number;
}
interface SigningEnv extends WorkerEnv {
  LDDPAY_SITE_IDENTIFIER: string;
  LDDPAY_SIGNING_SECRET: string;
}
interface MaybeSigningEnv extends WorkerEnv {
  LDDPAY_SITE_IDENTIFIER?: string;
  LDDPAY_SIGNING_SECRET?: string;
}

declare const worker: WorkerEnv;
declare const readonlyWorker: Readonly<WorkerEnv>;
declare const signing: SigningEnv;
declare const maybeSigning: MaybeSigningEnv;
declare const record: Record<string, string>;

expectTypeOf(createClient(optionsFromEnv(worker))).toEqualTypeOf<Client<false>>();
expectTypeOf(createClient(optionsFromEnv(readonlyWorker))).toEqualTypeOf<Client<false>>();
expectTypeOf(createClient(optionsFromEnv(signing))).toEqualTypeOf<Client<true>>();
expectTypeOf(optionsFromEnv(signing).signing).toEqualTypeOf<SigningOptions>();
expectTypeOf(optionsFromEnv(maybeSigning).signing).toEqualTypeOf<SigningOptions | undefined>();
createClient(optionsFromEnv(record));
createClient(optionsFromEnv(process.env));

// @ts-expect-error: a variable that is read must be a string.
optionsFromEnv({ ...worker, LDDPAY_CLIENT_ID: 17 });
// @ts-expect-error: an object without any of the variables is no environment.
optionsFromEnv({ PORT: 80 });
