import { describe, expect, it } from 'vitest';
import {
  APPROVED,
  CHALLENGE_TRIGGER,
  DECLINED_CARD,
  DECLINES,
  RETURN_TRIGGER,
} from '../../../sandbox/src/payments/processor.js';
import { readGuide } from './guides.js';

const guide = await readGuide('triggers');

describe('the guide to triggers', () => {
  it('lists every amount that the sandbox declines, with its code, and no other', () => {
    const rows = [...guide.matchAll(/^\| …(\d\d) \| 10\1 \| declined: (.*) \| (\d+) \|$/gm)];

    expect(rows.map(([, trigger, summary, code]) => [trigger, `Declined: ${summary}`, code]).sort()).toEqual(
      Object.entries(DECLINES)
        .map(([trigger, { summary, code }]) => [trigger, summary, code])
        .sort(),
    );
  });

  it('names the amounts and the card with another effect', () => {
    expect(guide).toContain(`| …${CHALLENGE_TRIGGER} | 10${CHALLENGE_TRIGGER} | pending`);
    expect(guide).toContain(`| …${RETURN_TRIGGER} | 10${RETURN_TRIGGER} | a payout is paid, and returned`);
    expect(guide).toContain(`| any other | 1000 | approved | ${APPROVED.code} |`);
    expect(guide).toContain(`| \`${DECLINED_CARD}\` | declined`);
  });
});
