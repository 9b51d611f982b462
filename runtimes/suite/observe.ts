import { observe } from 'lddpay/observe';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch } from './lib/expect.js';
import { charge, ORDER } from './lib/orders.js';

/** The observer: compiled validators and timers on each runtime. */
export const observer: readonly Behaviour[] = [
  {
    name: 'observer: responses are checked after the calls, and what they confirm is reported',
    async run({ connect }) {
      const all = observe({ sample: 1 });
      const client = connect({ observer: all });

      await client.getPaymentDetails(await charge(client));
      await all.settled();

      const { deviations, inferred } = all.read();
      expectMatch(deviations, []);
      const path = inferred.find(({ group, name }) => group === 'paths' && name === 'GET /payments/{id}');
      expectMatch(path, { verdict: 'confirmed', seen: 'getPaymentDetails 200' });
    },
  },
  {
    name: 'observer: a response that deviates is reported without its values, and does not fail its call',
    async run({ connect, sandbox }) {
      const body = { id: 4_242_424, approved: 'yes', status: 'Settling', _links: {} };
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 201, body });
      const all = observe({ sample: 1, report: () => expectMatch('a report that throws', '') });

      await connect({ observer: all }).requestPayment(ORDER);
      await all.settled();

      const found = all.read().deviations.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
      expectMatch(found.includes('/approved type') && found.includes('/id type'), true, 'the deviations');
      expectMatch(JSON.stringify(all.read()).includes('4242424'), false, 'the value');
    },
  },
];
