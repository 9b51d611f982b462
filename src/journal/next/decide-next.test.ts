import { expect, it } from 'vitest';
import { LddPayError } from '../../errors.js';
import type { Finding } from '../look/finding.js';
import { decideNext, type Facts, type Next } from './decide-next.js';

const effect = { id: 'act_1', approved: true };
const refused = new LddPayError('No.', { kind: 'api', outcome: 'rejected', status: 422 });
const timedOut = new LddPayError('Nothing came of it.', { kind: 'timeout', outcome: 'unknown' });

const found: Finding = { state: 'found', effect };
const absent: Finding = { state: 'absent' };
const unclear: Finding = { state: 'unclear' };
const likely: Finding = { state: 'likely', effect, ms: 0 };

const args = { input: {}, options: {} };
const keep: Next = { action: 'keep', effect };
const repeat: Next = { action: 'repeat', args };
const nothing: Next = { action: 'refuse', error: undefined };
const wait = (ms: number | undefined): Next => ({ action: 'wait', ms });
const person = wait(Number.POSITIVE_INFINITY);

/** An intent that was sent, and whose key has expired. */
const facts: Facts = {
  finding: unclear,
  isUnsent: false,
  isKeyAlive: false,
  isKeyOver: true,
  isLostKeyOver: false,
  isHarmless: false,
  isRefused: false,
  refusal: undefined,
  args,
  untilQuiet: 0,
};
const alive = { isKeyAlive: true, isKeyOver: false };
const unsent = { isUnsent: true };
const noBody = { args: undefined };

it.each<[string, Partial<Facts>, Next]>([
  [
    'is done with what was found, even where a request was refused',
    { finding: found, refusal: refused },
    keep,
  ],
  [
    'is refused where a request was and nothing came of any',
    { finding: absent, refusal: refused },
    { action: 'refuse', error: refused },
  ],
  [
    'is refused so while its key is alive too',
    { ...alive, finding: absent, refusal: refused },
    { action: 'refuse', error: refused },
  ],

  ['is done with what is likely its effect', { finding: likely }, keep],
  [
    'waits while the key of another intent can tell whose that is',
    { finding: { ...likely, ms: 9 } },
    wait(9),
  ],
  ['does not take that after a refusal of the API', { finding: likely, refusal: refused }, person],
  ['takes it where the last request only came to nothing', { finding: likely, refusal: timedOut }, keep],
  ['asks with its key while that can tell whose it is', { ...alive, finding: likely }, repeat],
  ['leaves it to another write where no request of its own was sent', { ...unsent, finding: likely }, repeat],

  ['is repeated while its key is alive', alive, repeat],
  [
    'is not repeated with the key of a lost intent that has expired',
    { ...alive, isLostKeyOver: true },
    person,
  ],
  ['is sent where no request was', unsent, repeat],
  [
    'is not sent where a lost intent had sent it, with a key that has expired',
    { ...unsent, isLostKeyOver: true },
    person,
  ],
  ['stays for a person where something can be its effect', {}, person],
  ['stays for a person where its effect cannot be seen', { finding: { state: 'unseen' } }, person],
  [
    'stays for a person where the list can never be read',
    { finding: { ...unclear, error: timedOut } },
    person,
  ],
  [
    'does not where the next list may be readable',
    { finding: { ...unclear, error: refused } },
    wait(undefined),
  ],
  ['waits until a look shows more', { finding: { state: 'waiting', ms: 9 } }, wait(9)],
  ['waits until its effect would be listed', { finding: absent, untilQuiet: 9 }, wait(9)],
  ['is repeated once that is over', { finding: absent }, repeat],

  ['is repeated where that does no harm', { isHarmless: true }, repeat],
  [
    'is not repeated in vain, after a refusal without its key',
    { isHarmless: true, refusal: refused },
    person,
  ],
  [
    'is repeated after a refusal with its key',
    { ...alive, isHarmless: true, isLostKeyOver: true, refusal: refused },
    repeat,
  ],

  ['is never repeated once a refusal is kept', { ...alive, isHarmless: true, isRefused: true }, person],
  ['is not once nothing came of it either', { finding: absent, isRefused: true }, wait(0)],

  [
    'is refused without its body once nothing came of it and its key is over',
    { ...noBody, finding: absent },
    nothing,
  ],
  [
    'is refused so beside what is like its effect, where no request was sent',
    { ...noBody, ...unsent, finding: likely },
    nothing,
  ],
  ['is not before its key is over', { ...noBody, finding: absent, isKeyOver: false }, person],
  [
    'is not before its effect would be listed',
    { ...noBody, ...unsent, finding: absent, untilQuiet: 9 },
    person,
  ],
  ['is not where something can be its effect', { ...noBody, ...unsent }, person],
  [
    'is not where that is likely and a request was sent',
    { ...noBody, isKeyAlive: true, finding: likely },
    person,
  ],
])('an open intent %s', (_, given, next) => {
  expect(decideNext({ ...facts, ...given })).toEqual(next);
});
