import { describe, it } from 'vitest';
import { FAULT_EFFECTS } from '../index.js';
import { expectNotUsedUp, REJECTED } from '../testing/fault-counting.js';
import { testResets } from '../testing/fault-resets.js';
import { TRANSPORTS } from '../testing/transports.js';

describe.each([...FAULT_EFFECTS])('the fault %s', (effect) => {
  it.each(Object.entries(REJECTED))('is not used up by requests %s', (_, rejected) =>
    expectNotUsedUp(effect, rejected),
  );
});

testResets(TRANSPORTS.slice(1));
