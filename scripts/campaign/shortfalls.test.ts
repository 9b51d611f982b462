import { expect, it } from 'vitest';
import { type CampaignOptions, readOptions } from './options.js';
import { listShortfalls } from './shortfalls.js';

const FACTS = {
  options: readOptions(['--seed', '7', '--lives', '1000', '--merchant', 'journal']) as CampaignOptions,
  intents: 2000,
  requests: 1000,
  struck: 300,
  incidents: { kill: 8, 'api outage': 2, 'store outage': 2, 'clock jump': 0 },
  outcomes: { not_sent: 8, rejected: 8, unknown: 8 },
};
const { incidents, outcomes } = FACTS;

it('listShortfalls finds nothing when enough happened', () => {
  expect(listShortfalls(FACTS)).toEqual([]);
});

it.each([
  [{ intents: 999 }, 'intents: 999, and at least 1000 are needed'],
  [{ struck: 299 }, 'struck requests: 299, and at least 300 are needed'],
  [{ incidents: { ...incidents, kill: 7 } }, 'kills: 7, and at least 8 are needed'],
  [{ incidents: { ...incidents, 'api outage': 1 } }, 'outages of the API: 1, and at least 2 are needed'],
  [{ incidents: { ...incidents, 'store outage': 1 } }, 'outages of the stores: 1, and at least 2 are needed'],
  [{ outcomes: { ...outcomes, rejected: 7 } }, 'reports of rejected: 7, and at least 8 are needed'],
  [{ outcomes: { ...outcomes, not_sent: 7 } }, 'reports of not_sent: 7, and at least 8 are needed'],
  [{ outcomes: { ...outcomes, unknown: 7 } }, 'reports of unknown: 7, and at least 8 are needed'],
])('listShortfalls names what happened too rarely: %j', (own, line) => {
  expect(listShortfalls({ ...FACTS, ...own })).toEqual([line]);
});

it('listShortfalls lets no campaign pass in which nothing struck, and asks for stores only where there are some', () => {
  const options = readOptions(['--lives', '10', '--struck', '0', '--kills', '0']) as CampaignOptions;
  const none = { not_sent: 0, rejected: 0, unknown: 0 };

  expect(
    listShortfalls({
      ...FACTS,
      options,
      struck: 0,
      incidents: { ...incidents, 'store outage': 0 },
      outcomes: none,
    }),
  ).toEqual([
    'struck requests: 0, and at least 1 are needed',
    'reports of rejected: 0, and at least 1 are needed',
    'reports of not_sent: 0, and at least 1 are needed',
    'reports of unknown: 0, and at least 1 are needed',
  ]);
});
