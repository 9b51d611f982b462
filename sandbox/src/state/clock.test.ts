import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { connect, openApi } from '../testing/api.js';
import { DAY } from '../testing/fixtures.js';

describe('clock.advance', () => {
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, undefined, null, '5', 5n, new Date(5)])(
    'throws for %s',
    async (ms) => {
      const { clock } = createSandbox({ seed: 1 });

      expect(() => clock.advance(ms as number)).toThrow(
        new TypeError('clock.advance needs an integer of milliseconds, 0 or more.'),
      );

      expect(clock.now()).toBe(Date.UTC(2026, 0, 1));
    },
  );

  it('throws beyond the year 9998, and works until then', async () => {
    const api = await openApi();
    const { clock } = api.sandbox;

    expect(() => clock.advance(1e15)).toThrow('clock.advance must not lead beyond the year 9998.');
    clock.advance(Date.UTC(9999, 0) - clock.now());
    expect(() => clock.advance(1)).toThrow('clock.advance must not lead beyond the year 9998.');

    await api.renewToken();
    expect(await api.details(await api.authorize({ source: { type: 'klarna' } }))).toMatchObject({
      requested_on: '9999-01-01T00:00:00.000Z',
    });
  });

  it('stands still at the end of the year 9998 when time goes on', () => {
    let time = 0;
    const { clock } = createSandbox({ now: () => time });
    clock.advance(Date.UTC(9999, 0));

    time = 5;

    expect(clock.now()).toBe(Date.UTC(9999, 0));
  });

  it('carries out everything that becomes due, in order and at its own time', async () => {
    const api = await openApi({ captureDelay: DAY });
    const first = await api.charge();
    const second = await api.authorize();
    await api.capture(second, { amount: 400, capture_type: 'NonFinal' });

    api.sandbox.clock.advance(30 * DAY);

    const start = Date.UTC(2026, 0, 1);
    expect(api.sandbox.ledger().slice(2)).toMatchObject([
      { paymentId: first, type: 'Capture', amount: 1000, at: start + DAY },
      { paymentId: second, type: 'Capture', amount: 400, at: start + DAY },
      { paymentId: second, type: 'Void', amount: 600, at: start + 7 * DAY },
    ]);
  });
});

describe('the option `now`', () => {
  it('can return fractions, which the clock ignores', async () => {
    const api = await connect(createSandbox({ now: () => 1000.75 }));
    await api.authorize();

    expect(api.sandbox.clock.now()).toBe(1000);
    expect(api.sandbox.ledger()).toMatchObject([{ at: 1000 }]);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e15, '5', 5n, undefined, new Date(0)])(
    'throws when it returns %s',
    (time) => {
      const now = () => time as number;

      expect(() => createSandbox({ now })).toThrow(
        'The option `now` must return milliseconds since the Unix epoch, like Date.now.',
      );
    },
  );
});
