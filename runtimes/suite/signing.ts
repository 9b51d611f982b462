import { keyFrom, signRequest } from 'lddpay';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, failureOf } from './lib/expect.js';
import { charge, ORDER, REFUND } from './lib/orders.js';

/** Values derived with the cryptography of the runtime. */
export const signing: readonly Behaviour[] = [
  {
    name: 'signRequest returns the same signature on every runtime',
    async run() {
      const signature = await signRequest({ b: 2, a: 'ä€𝄞', signature: 'left out', c: true }, 'secret');

      expectMatch(signature, '7926f6ace881ea8bcfe0b6e8d8d2b4db8aafd13d9c7f7d267f41a03abee48f41');
    },
  },
  {
    name: 'a body that the caller signed is sent unchanged',
    async run({ connect, sandbox, settings }) {
      const client = connect();
      const id = await charge(client);
      const fields = {
        ...REFUND,
        site_identifier: settings.signing.siteIdentifier,
        timestamp: String(Math.floor(Date.now() / 1000)),
        version: '3.0',
      };
      const signature = await signRequest(fields, settings.signing.secret);

      await client.refundPayment(id, { ...fields, signature });
      const error = await failureOf(client.refundPayment(id, { ...fields, signature: '0'.repeat(64) }));

      expectMatch((await sandbox.effects()).slice(2), ['Refund 1000']);
      expectMatch(error, { kind: 'api', outcome: 'rejected', status: 422 });
    },
  },
  {
    name: 'keyFrom returns the same key on every runtime, and payments are sent with it',
    async run({ connect, sandbox }) {
      const idempotencyKey = await keyFrom('order-17', 'zahlung-ä');

      await connect().requestPayment(ORDER, { idempotencyKey });
      await connect().requestPayment(ORDER, { idempotencyKey });

      expectMatch(idempotencyKey, '348e583b-d0f0-8c1c-8b3b-92aaabaf452b');
      expectMatch(await sandbox.ledger(), [{ idempotencyKey }, { idempotencyKey }]);
    },
  },
];
