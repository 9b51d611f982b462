import { setTimeout } from 'node:timers/promises';
import { type Client, createClient, isLddPayError, type LddPayError } from 'lddpay';
import { createSandbox, type Sandbox } from 'lddpay-sandbox';
import type { Picture } from './svg-picture.js';

/** What a program asks after a call, in turn, and what it does with the answers. */
export interface Decision {
  readonly answers: readonly Answer[];
  readonly advice: string;
}

interface Answer {
  readonly question: string;
  readonly answer: string;
}

/** Something that can happen to a capture. */
interface Story {
  readonly fault?: Parameters<Sandbox['faults']['inject']>[0];
  readonly prepare?: (lddpay: Client<true>, id: string) => PromiseLike<unknown>;
  readonly options?: { readonly clientSecret?: string; readonly keyLifetime?: number };
  readonly reference?: string;
}

const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
const TOO_MANY = { request_id: 'none', error_type: 'request_invalid', error_codes: ['too_many_requests'] };
const DROP_BEFORE = { operationId: 'capturePayment', effect: 'drop-before' } as const;
const DROP_AFTER = { operationId: 'capturePayment', effect: 'drop-after' } as const;

/** A story for each end of the tree. */
const STORIES: readonly Story[] = [
  {},
  { options: { clientSecret: 'of-another-account' } },
  { prepare: (lddpay, id) => lddpay.voidPayment(id) },
  { fault: { operationId: 'capturePayment', effect: 'status', status: 429, body: TOO_MANY } },
  { fault: DROP_AFTER, reference: 'ORD-17-1' },
  { fault: DROP_BEFORE, reference: 'ORD-17-1' },
  { fault: DROP_BEFORE, reference: 'ORD-17-1', options: { keyLifetime: 1 } },
  { fault: DROP_AFTER },
  { fault: DROP_AFTER, options: { keyLifetime: 1 } },
];

/** Lets each story happen to a client, and records what a program asks of its error. */
export function followStories(): Promise<Decision[]> {
  return Promise.all(STORIES.map(followStory));
}

async function followStory({ fault, prepare, options, reference }: Story): Promise<Decision> {
  const sandbox = createSandbox();
  const base = {
    baseUrl: 'http://sandbox.test',
    ...sandbox.credentials,
    fetch: sandbox.fetch,
    maxRetries: 0,
  };
  const setup = createClient(base);
  const order = { amount: 1000, currency: 'USD', source: CARD, capture: false };
  const { id } = await setup.requestPayment(order);
  await prepare?.(setup, id);
  if (fault) sandbox.faults.inject(fault);
  const lddpay = createClient({ ...base, ...options });
  try {
    await lddpay.capturePayment(id, { amount: 400, ...(reference ? { reference } : {}) });
    return {
      answers: [ask('Did the call return?', 'yes')],
      advice: 'It happened. Of a payment, check status.',
    };
  } catch (error) {
    if (!isLddPayError(error)) throw error;
    const { answers, advice } = await decide(lddpay, error);
    return { answers: [ask('Did the call return?', 'no'), ...answers], advice };
  }
}

/** Decides what to do after an error, as the guides say. */
async function decide(lddpay: Client<true>, error: LddPayError): Promise<Decision> {
  const outcome = ask('error.outcome', error.outcome);
  if (error.outcome === 'not_sent') return { answers: [outcome], advice: 'Fix the cause, then call again.' };
  if (error.outcome === 'rejected') {
    const transient = ask('error.transient', String(error.transient));
    const advice = error.transient ? 'Call again later.' : 'Fix the request.';
    return { answers: [outcome, transient], advice };
  }
  const { result } = await lddpay.reconcile(error);
  const found = ask('reconcile(error)', result);
  if (result === 'found') return { answers: [outcome, found], advice: 'It happened.' };
  // Past the life of a key that ends after a millisecond.
  await setTimeout(5);
  const safe = ask('error.safeToRetry', String(error.safeToRetry));
  const advice = error.safeToRetry ? 'Call again with the same key.' : 'Ask your provider.';
  return { answers: [outcome, found, safe], advice };
}

function ask(question: string, answer: string): Answer {
  return { question, answer };
}

/** A question with what follows from each answer, or an advice. */
interface Branch {
  readonly text: string;
  readonly isAdvice: boolean;
  readonly next: Map<string, Branch>;
}

const ROW = 36;
const INDENT = 24;
const BOX = 26;
/** The width of a character of the font, on average. */
const CHARACTER = 7;

/** Draws the decisions as a tree whose branches are indented, so that it is narrow enough for a phone. */
export function drawOutcomeTree(decisions: readonly Decision[]): Picture {
  const rows: string[] = [];
  let width = 0;
  const draw = ({ text, isAdvice, next }: Branch, answer: string, depth: number): number => {
    const row = rows.length;
    const y = row * ROW + 4;
    const left = depth * INDENT + 4;
    const box = answer ? left + answer.length * CHARACTER + 24 : left;
    const size = text.length * CHARACTER + 16;
    width = Math.max(width, box + size + 4);
    rows.push('');
    const ends = [...next].map(([key, branch]) => draw(branch, key, depth + 1));
    const trunk = left + INDENT / 2;
    const lines = ends.map((end) => `M${trunk} ${y + BOX}V${end}H${left + INDENT - 2}`).join('');
    rows[row] = [
      answer && `<text class="quiet" x="${left}" y="${y + 18}">${answer}</text>`,
      answer &&
        `<path class="line" d="M${box - 18} ${y + 13}h10"/><path class="arrow" d="M${box - 8} ${y + 10}l6 3l-6 3z"/>`,
      `<g class="node ${chooseClass(text, isAdvice)}"><rect x="${box}" y="${y}" width="${size}" height="${BOX}" rx="6"/>`,
      `<text x="${box + 8}" y="${y + 18}">${text}</text></g>`,
      lines && `<path class="line" d="${lines}"/>`,
    ].join('');
    return y + BOX / 2;
  };
  draw(joinDecisions(decisions), '', 0);
  return {
    width,
    height: rows.length * ROW,
    content: rows.join('\n'),
    title: 'What to do after a call',
    description: decisions.map(describeDecision).join(' '),
  };
}

function joinDecisions(decisions: readonly Decision[]): Branch {
  const create = (text: string, isAdvice: boolean): Branch => ({ text, isAdvice, next: new Map() });
  const root = create(decisions[0]?.answers[0]?.question ?? '', false);
  for (const { answers, advice } of decisions) {
    let branch = root;
    for (const [index, { answer }] of answers.entries()) {
      const question = answers[index + 1]?.question;
      const next = branch.next.get(answer) ?? create(question ?? advice, question === undefined);
      branch.next.set(answer, next);
      branch = next;
    }
  }
  return root;
}

/** Renders the decisions as a list in Markdown. */
export function renderDecisions(decisions: readonly Decision[]): string {
  return decisions
    .map(
      (decision) =>
        `- ${describeDecision(decision).replaceAll(/(error\.\w+|reconcile\(error\)) is (\w+)/g, '`$1` is `$2`')}`,
    )
    .join('\n');
}

function describeDecision({ answers: [returned, ...asked], advice }: Decision): string {
  const answers = asked.map(({ question, answer }) => `${question} is ${answer}`);
  return `${returned?.answer === 'yes' ? 'The call returns' : answers.join(', ')}: ${advice}`;
}

function chooseClass(text: string, isAdvice: boolean): string {
  if (!isAdvice) return 'question';
  return text.startsWith('It happened') ? 'good' : 'advice';
}
