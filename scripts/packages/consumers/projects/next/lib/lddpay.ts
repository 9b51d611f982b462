import 'server-only';
import { type Client, createClient, optionsFromEnv } from 'lddpay';

const shared = globalThis as { lddpay?: Client };

/** Returns the client of this process. The first call creates it, since `next build` has no secrets. */
export function getClient(): Client {
  shared.lddpay ??= createClient({ ...optionsFromEnv(process.env), deadline: 40_000 });
  return shared.lddpay;
}
