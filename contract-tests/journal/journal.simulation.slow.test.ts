import fc from 'fast-check';
import type { Journal, Settlement } from 'lddpay/journal';
import type { LedgerEntry } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { readSeed } from '../properties/options.js';
import { HOUR, MINUTE } from '../testing/journal-setup.js';
import {
  call,
  failNext,
  type History,
  histories,
  type Intent,
  MACHINES,
  preparePayments,
  type Step,
} from './testing/histories.js';
import { type Simulation, simulateProcesses, stopTheWorld } from './testing/simulate-processes.js';

const seed = readSeed(process.env, 1);
const runs = Number(process.env['LDDPAY_PROPERTIES_RUNS'] || 300);

/** Long enough to shrink a failing history, or to try many more, in ms. */
const TIMEOUT = 1_800_000;

/** What goes by before each try of a recovery, in ms: more than `quiet`, and more than the life of a key. */
const WAITS = [0, 6 * MINUTE, 25 * HOUR, 6 * MINUTE, 25 * HOUR, 6 * MINUTE];

/** Why calls may reject: an old process knows nothing of a new access key, and a store can fail. */
const EXPECTED = /formerAccounts|The store of the journal failed/;

/** An intent, and what callers heard of it. */
interface Story extends Intent {
  readonly heard: Settlement[];
  isCalled: boolean;
}

/** The work of processes, which notes what they hear. */
interface Work {
  readonly call: (story: Story) => (journal: Journal) => Promise<void>;
  readonly resume: (journal: Journal) => Promise<void>;
  /** What was heard since it was last emptied. */
  readonly heard: Settlement[];
}

/** Plays a history, lets new processes recover from it, and holds what was heard against the ledger. */
async function check({ kinds, steps, ...conditions }: History): Promise<Story[]> {
  const { exclusive } = conditions;
  const simulation = simulateProcesses(MACHINES, conditions);
  const stories = kinds.map(
    (kind, at): Story => ({ name: `intent-${at}`, kind, heard: [], isCalled: false }),
  );
  const work = await prepareWork(simulation, stories);
  for (const step of steps) await take(step, simulation, stories, work);
  await simulation.passAll();
  simulation.sandbox.faults.clear();

  await recover(simulation, work, work.resume);
  const called = stories.filter(({ isCalled }) => isCalled);
  // Whoever has the body with the card calls again.
  await recover(simulation, work, async (journal) => {
    for (const story of called) await work.call(story)(journal);
  });

  expect(simulation.failures.filter((error) => !EXPECTED.test(`${error}`))).toEqual([]);
  // An exclusive journal shares equal refunds by their count.
  const sharing = called.filter(({ kind }) => exclusive && kind === 'refund');
  const others = called.filter((story) => !sharing.includes(story));
  for (const group of [sharing, ...others.map((story) => [story])])
    judge(group, effectsOf(group, simulation));
  return called;
}

async function prepareWork({ sandbox }: Simulation, stories: readonly Story[]): Promise<Work> {
  const payments = await preparePayments(sandbox);
  const heard: Settlement[] = [];
  const hear = (story: Story | undefined, settlement: Settlement) => {
    heard.push(settlement);
    story?.heard.push(settlement);
  };
  return {
    heard,
    call: (story) => async (journal) => {
      story.isCalled = true;
      hear(story, await call(journal, story, payments));
    },
    async resume(journal) {
      for await (const resumed of journal.resume())
        hear(
          stories.find(({ name }) => name === resumed.name),
          resumed.settlement,
        );
    },
  };
}

async function take(
  step: Step,
  simulation: Simulation,
  stories: readonly Story[],
  work: Work,
): Promise<void> {
  const { sandbox } = simulation;
  const storyAt = (index: number) => stories[index % stories.length] as Story;
  if (step[0] === 'call') await simulation.begin(step[1], work.call(storyAt(step[2])));
  else if (step[0] === 'resume') await simulation.begin(step[1], work.resume);
  else if (step[0] === 'pass') await simulation.pass(step[1], step[2], step[3]);
  else if (step[0] === 'die') simulation.kill(step[1]);
  else if (step[0] === 'wait') await simulation.wait(step[1] * MINUTE, step[2]);
  else if (step[0] === 'fail') failNext(sandbox, step[1], storyAt(step[2]), step[3]);
  else if (step[0] === 'revoke tokens') sandbox.tokens.revokeAll();
  // What processes of two access keys begin at once has no record that tells them of each other.
  else if (simulation.intents().length === stories.length) simulation.rotate();
}

/** Lets a new process do its work without faults, and another one later, until nothing is open. */
async function recover(simulation: Simulation, { heard }: Work, work: Work['resume']): Promise<void> {
  for (const ms of WAITS) {
    await simulation.wait(ms);
    simulation.kill(0);
    heard.length = 0;
    await simulation.begin(0, work);
    await simulation.passAll();
    if (!heard.some(({ state }) => state === 'open')) return;
  }
  const isPassing = (one: Settlement) => one.state === 'open' && Number.isFinite(one.tryAfterMs);
  expect(heard.filter(isPassing), 'what stays open, and not for a person').toEqual([]);
}

/** Returns the effects of intents in the ledger. */
function effectsOf(group: readonly Intent[], { sandbox, intents }: Simulation): LedgerEntry[] {
  const keys = intents().flatMap(({ name, key }) => (group.some((one) => one.name === name) ? key : []));
  const isOwn = (used = '') => keys.some((key) => used.endsWith(key));
  return sandbox.ledger().filter(({ idempotencyKey }) => isOwn(idempotencyKey));
}

/** Holds what was heard of intents against their effects. */
function judge(group: readonly Story[], effects: readonly LedgerEntry[]): void {
  const ends = group.map((story) => endsOf(story));
  expect(Math.max(0, ...ends.map(({ length }) => length)), 'the ends of an intent').toBeLessThan(2);
  const done = ends.flat().filter((end) => end !== 'refused');
  const refused = ends.flat().length - done.length;
  const ids = effects.flatMap(({ paymentId, actionId }) => [paymentId, actionId]);
  expect(ids, 'the effects in the ledger').toEqual(expect.arrayContaining(done));
  expect(new Set(done).size, 'effects of intents that are done').toBe(done.length);
  expect(effects.length, 'effects').toBeGreaterThanOrEqual(done.length);
  expect(effects.length, 'effects').toBeLessThanOrEqual(group.length - refused);
}

/** Returns how an intent ended: with the id of its effect, or refused; nothing while it is open. */
function endsOf({ heard }: Story): string[] {
  const ends = heard.flatMap((one) => {
    if (one.state === 'open') return [];
    return one.state === 'done' ? one.id : 'refused';
  });
  return [...new Set(ends)];
}

it(
  'an intent takes effect once or not at all, and is said to, whatever happens to its processes',
  async () => {
    stopTheWorld();
    const states = new Map<string, number>();
    const property = fc.asyncProperty(histories, async (history) => {
      for (const { heard } of await check(history)) {
        const state = `${heard.at(-1)?.state}`;
        states.set(state, (states.get(state) ?? 0) + 1);
      }
    });
    await fc.assert(property, { numRuns: runs, seed });
    // Both occur often, so that the property says something.
    expect(states.get('done')).toBeGreaterThan(runs / 2);
    expect(states.get('refused')).toBeGreaterThan(runs / 50);
  },
  TIMEOUT,
);
