import { createClient, optionsFromEnv } from 'lddpay';
import { type UndiciTransport, undiciTransport } from 'lddpay/undici';
import { ProxyAgent } from 'undici';

const transport: UndiciTransport = undiciTransport({ dispatcher: new ProxyAgent('http://127.0.0.1:8080') });
createClient({ ...optionsFromEnv(process.env), fetch: transport });
// @ts-expect-error: a number of connections that is a string
undiciTransport({ connections: '8' });
// @ts-expect-error: an option that does not exist
undiciTransport({ timeout: 1000 });
const closed: Promise<void> = transport.close();

export { closed };
