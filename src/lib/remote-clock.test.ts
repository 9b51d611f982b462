import { beforeEach, describe, expect, it } from 'vitest';
import { platform as systemPlatform } from './platform.js';
import { createRemoteClock, type RemoteClock } from './remote-clock.js';

const DATE = 'Thu, 26 Nov 2026 10:00:00 GMT';
const TIME = Date.parse(DATE);

describe('createRemoteClock', () => {
  let now: number;
  let date: number;
  let clock: RemoteClock;

  beforeEach(() => {
    now = 7_000;
    date = 1_000_000;
    clock = createRemoteClock({ ...systemPlatform, now: () => now, date: () => date });
  });

  it('takes the clock of this machine until a date is noted', () => {
    expect(clock.read()).toEqual([date, date]);
  });

  it('returns the second of the last date', () => {
    clock.note(new Headers({ date: DATE }));
    expect(clock.read()).toEqual([TIME, TIME + 999]);
  });

  it('moves by the shorter and by the longer time that the two clocks of this machine measured', () => {
    clock.note(new Headers({ date: DATE }));
    now += 1_000;
    date += 60_000;
    expect(clock.read()).toEqual([TIME + 1_000, TIME + 60_999]);
  });

  it('allows for a clock of this machine that was set back', () => {
    clock.note(new Headers({ date: DATE }));
    now += 5_000;
    date -= 60_000;
    expect(clock.read()).toEqual([TIME - 60_000, TIME + 5_999]);
  });

  it('takes a cached response for as old as its Age says at most', () => {
    clock.note(new Headers({ date: DATE, age: '3600' }));
    expect(clock.read()).toEqual([TIME, TIME + 3_600_999]);
  });

  it('takes a response for new whose Age is 0', () => {
    clock.note(new Headers({ date: DATE, age: '0' }));
    expect(clock.read()).toEqual([TIME, TIME + 999]);
  });

  it.each(['', 'old', '-1e300', '1.5', '1e3', '0x7f', '10, 20', '2147483648', '9'.repeat(400)])(
    'learns nothing from the date of a cached response whose Age is "%s"',
    (age) => {
      clock.note(new Headers({ date: DATE, age }));
      expect(clock.isKnown()).toBe(false);
      clock.note(new Headers({ date: shift(3_600_000) }));
      clock.note(new Headers({ date: DATE, age }));
      expect(clock.read()).toEqual([TIME + 3_600_000, TIME + 3_600_999]);
    },
  );

  it.each([
    'Sat, 13 Sep 275760 00:00:00 GMT',
    'Sat, 01 Jan 10000 00:00:00 GMT',
    'Wed, 31 Dec 1969 23:59:59 GMT',
    '-271821-04-20T00:00:00Z',
  ])('learns nothing from the date %s', (far) => {
    clock.note(new Headers({ date: far }));
    expect(clock.isKnown()).toBe(false);
  });

  it('reads a date and an Age with white space around them, as some transports return them', () => {
    const values: Readonly<Record<string, string>> = { date: ` ${DATE}\t`, age: '60 ' };
    clock.note({ get: (name: string) => values[name] ?? null } as unknown as Headers);
    expect(clock.read()).toEqual([TIME, TIME + 60_999]);
  });

  it.each(['date', 'age'])('learns nothing from a response whose %s cannot be read', (hidden) => {
    const headers = new Headers({ date: DATE, age: '60' });
    headers.get = (name) => {
      if (name === hidden) throw new Error('not allowed');
      return Headers.prototype.get.call(headers, name);
    };
    clock.note(headers);
    expect(clock.isKnown()).toBe(false);
  });

  const shift = (ms: number) => new Date(TIME + ms).toUTCString();
  const noteAfter = (ms: number, header: string) => {
    now += ms;
    date += ms;
    clock.note(new Headers({ date: header }));
    clock.isKnown();
  };

  it('shows no earlier time as the latest after a date of a slow clock', () => {
    noteAfter(0, DATE);
    for (const slow of [-420_000, -420_000, -100_000_000]) noteAfter(1_000, shift(slow));
    expect(clock.read()).toEqual([TIME - 100_000_000, TIME + 3_999]);
    noteAfter(1_000, shift(4_000));
    expect(clock.read()[1]).toBe(TIME + 4_999);
  });

  it.each([120_000, 7_200_000, 300_000_000])(
    'gives up a date %s ms ahead once a later one agrees with the clock of this machine',
    (ahead) => {
      date = TIME;
      noteAfter(0, shift(ahead));
      const atFirst = clock.pin({ now, date });
      expect(atFirst()).toBe(TIME + ahead);
      noteAfter(1_000, shift(1_000));
      expect(clock.read()).toEqual([TIME + 1_000, TIME + 1_999]);
      expect(atFirst()).toBe(TIME);
    },
  );

  it('keeps a date ahead of the last one with which the clock of this machine agrees too', () => {
    date = TIME;
    noteAfter(0, DATE);
    noteAfter(1_000, shift(-7_200_000));
    expect(clock.read()[1]).toBe(TIME + 1_999);
  });

  it('keeps a date ahead of the last one where the clock of this machine agrees with neither', () => {
    date = TIME - 600_000;
    noteAfter(0, DATE);
    noteAfter(1_000, shift(-480_000));
    expect(clock.read()[1]).toBe(TIME + 1_999);
  });

  it('keeps a date up to a minute ahead, as that of another machine of the API', () => {
    date = TIME;
    noteAfter(0, shift(60_000));
    noteAfter(1_000, shift(1_000));
    expect(clock.read()[1]).toBe(TIME + 61_999);
  });

  it('pins a moment to what the first date says, and not to one a few seconds off', () => {
    const atFirst = clock.pin({ now, date });
    noteAfter(0, DATE);
    expect(atFirst()).toBe(TIME);
    noteAfter(1_000, shift(-5_000));
    expect(atFirst()).toBe(TIME);
  });

  it('keeps no more of a pinned moment than its times, since it has the headers of a response', () => {
    const moment = { now, date };
    const atFirst = clock.pin(moment);
    noteAfter(0, DATE);
    moment.now += 5_000;
    moment.date += 5_000;
    expect(atFirst()).toBe(TIME);
  });

  it('takes the date after the machine slept for the right one', () => {
    noteAfter(0, DATE);
    date += 3_600_000;
    noteAfter(0, shift(3_600_000));
    expect(clock.read()).toEqual([TIME + 3_600_000, TIME + 3_600_999]);
  });

  it('does not take the date of a cached response for that of a slow clock', () => {
    noteAfter(0, DATE);
    clock.note(new Headers({ date: shift(-60_000), age: '60' }));
    expect(clock.read()).toEqual([TIME - 60_000, TIME + 999]);
    noteAfter(1_000, shift(1_000));
    expect(clock.read()).toEqual([TIME + 1_000, TIME + 1_999]);
  });

  it('reads an earlier moment by a date that was noted after it', () => {
    const before = { now, date };
    now += 2_000;
    date += 3_000;
    clock.note(new Headers({ date: DATE }));
    expect(clock.pin(before)()).toBe(TIME - 3_000);
  });

  it('keeps the date that it knows when a response has none that can be read', () => {
    clock.note(new Headers({ date: DATE }));
    clock.note(new Headers());
    now += 1_000;
    date += 1_000;
    expect(clock.read()).toEqual([TIME + 1_000, TIME + 1_999]);
    clock.note(new Headers({ date: 'soon' }));
    expect(clock.read()).toEqual([TIME + 1_000, TIME + 1_999]);
  });
});
