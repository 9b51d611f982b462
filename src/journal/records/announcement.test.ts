import { beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../call/core.js';
import { createRemoteClock, type RemoteClock } from '../../lib/remote-clock.js';
import { FakePlatform } from '../../testing/platform.js';
import { endOf, keyAge, noteStart, readClocks, startOf } from './announcement.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

/** How far the clock of the API is ahead of that of this machine, in ms. */
const AHEAD = 10 * MINUTE;

let platform: FakePlatform;
let clock: RemoteClock;
let core: Core;

beforeEach(() => {
  platform = new FakePlatform();
  clock = createRemoteClock(platform);
  core = { platform, clock } as unknown as Core;
});

/** Lets a response of the API arrive, dated by its clock. */
function respond(ahead = AHEAD): void {
  clock.note(new Headers({ date: new Date(platform.date() + ahead).toUTCString() }));
}

describe('noteStart', () => {
  it('returns when the state was read, by both clocks, however long the work takes', async () => {
    respond();
    const date = platform.date();
    const start = noteStart(core);
    await platform.advance(70_000);
    respond();

    expect(start()).toEqual({ first: date + AHEAD, date });
  });

  it('is by the clock of the API once that is known', async () => {
    const date = platform.date();
    const start = noteStart(core);
    expect(start()).toEqual({ first: date, date });
    await platform.advance(5_000);
    respond();

    expect(start()).toEqual({ first: date + AHEAD, date });
  });

  it('stays the same when a later response has another date', async () => {
    respond();
    const start = noteStart(core);
    const noted = start();
    await platform.advance(5_000);
    respond(YEAR);

    expect(start()).toEqual(noted);
  });
});

describe('startOf', () => {
  it.each([
    { when: 'in the past', offset: -YEAR },
    { when: 'now', offset: 0 },
    { when: 'ahead by no more than dates may be off', offset: MINUTE },
  ])('is by the clock of the API for a start $when', ({ offset }) => {
    respond();
    const [, now] = clock.read();

    expect(startOf({ first: now + offset, date: 1 }, core)).toBe(now + offset);
  });

  it('is by the clock of its machine for a start in the future', () => {
    respond();
    const [, now] = clock.read();

    expect(startOf({ first: now + MINUTE + 1, date: platform.date() }, core)).toBe(platform.date());
  });

  it('is in the future where no other clock is known', () => {
    respond();
    const first = platform.date() + YEAR;

    expect(startOf({ first }, core)).toBe(first);
  });
});

describe('endOf', () => {
  it('is what was announced', () => {
    respond();
    const last = platform.date() + AHEAD + 90_000;

    expect(endOf({ last, at: { first: last - 90_000, date: platform.date() } }, core)).toBe(last);
    expect(endOf({ last }, core)).toBe(last);
    expect(endOf({ last, at: { first: last - 90_000 } }, core)).toBe(last);
  });

  it('is as far from now as the machines say after a response with a date of the future', async () => {
    const announced = platform.date();
    const first = announced + YEAR;
    await platform.advance(30_000);
    respond();
    const [now] = clock.read();

    const end = endOf({ last: first + 90_000, at: { first, date: announced } }, core);

    expect(end).toBe(now + 60_000);
    await platform.advance(10 * MINUTE);
    expect(endOf({ last: first + 90_000, at: { first, date: announced } }, core)).toBe(end);
  });

  it('is not asked of the machines, of which some are wrong, for what is less than two days ahead', () => {
    respond();
    const [, latest] = clock.read();
    const wrong = platform.date() - 24 * HOUR;
    const endFor = (ahead: number) =>
      endOf({ last: latest + ahead, at: { first: latest + ahead, date: wrong } }, core);

    expect(endFor(48 * HOUR)).toBe(latest + 48 * HOUR);
    expect(endFor(48 * HOUR + 1)).toBeLessThan(latest);
  });

  it('cannot be corrected where an announcement has no time of its own', () => {
    respond();
    const last = platform.date() + YEAR;

    expect(endOf({ last }, core)).toBe(last);
  });
});

describe('readClocks', () => {
  it.each([
    ['ahead', 10 * MINUTE, 10 * MINUTE + 999],
    ['slow as a machine of the API can be', -15 * MINUTE, 0],
    ['elsewhere', -16 * MINUTE, -16 * MINUTE + 999],
  ])('shows the time that others have to wait for where the API is %s', (_, ahead, shown) => {
    respond(ahead);
    const date = platform.date();

    expect(readClocks(core)).toEqual({ first: date + shown, date });
  });
});

describe('keyAge', () => {
  it('is by the latest time of the API', async () => {
    respond();
    const first = platform.date() + AHEAD;
    await platform.advance(HOUR);

    // A date has no fractions of a second.
    expect(keyAge({ first, date: platform.date() }, core)).toBe(HOUR + 999);
  });

  it('is at least what went by on this machine, after a response with a date of the future', async () => {
    const sent = { first: platform.date() + YEAR, date: platform.date() };
    await platform.advance(HOUR);
    respond();

    expect(keyAge(sent, core)).toBe(HOUR);
  });

  it('is by the clock of the API alone where an announcement has no other time', async () => {
    respond();
    const sent = { first: platform.date() + AHEAD + HOUR };

    expect(keyAge(sent, core)).toBe(0);
    await platform.advance(2 * HOUR);
    expect(keyAge(sent, core)).toBe(HOUR + 999);
  });
});
