import { setTimeout } from 'node:timers/promises';
import { createClient, type LddPayEvent } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { type Picture, stackPanels } from './svg-picture.js';

const LANES = ['program', 'client', 'API'] as const;
type Lane = (typeof LANES)[number];

/** A message between two lanes. */
interface Message {
  readonly from: Lane;
  readonly to: Lane;
  readonly text: string;
}

/** What a call sends in some situation. */
export interface Sequence {
  readonly heading: string;
  readonly messages: readonly Message[];
}

/** In s, and so short that the client renews it after 1.8 s. */
const TOKEN_LIFETIME = 2;
const MAX_TRIES = 10;

/** Records what the client sends for a token: at first, shortly before it expires, and after a 401. */
export async function recordTokenSequences(): Promise<readonly Sequence[]> {
  return [
    ...(await recordFirstAndRejected()),
    { heading: 'Shortly before the token expires', messages: await recordRenewal() },
  ];
}

async function recordFirstAndRejected(): Promise<readonly Sequence[]> {
  const { sandbox, call } = createRecorder(3600);
  const first = await call();
  sandbox.tokens.revokeAll();
  return [
    { heading: 'The first call', messages: first },
    { heading: 'When the API rejects the token', messages: await call() },
  ];
}

/** Calls until the client renews its token. On a busy machine, the token can expire first. */
async function recordRenewal(): Promise<readonly Message[]> {
  const { call } = createRecorder(TOKEN_LIFETIME);
  await call();
  for (let tries = 0; tries < MAX_TRIES; ) {
    await setTimeout(20);
    const messages = await call();
    if (!messages.some(({ text }) => text.endsWith('/token'))) continue;
    const request = messages.findIndex(({ to, text }) => to === 'API' && !text.endsWith('/token'));
    // The call did not wait for the token.
    if (messages[request - 1]?.from !== 'API') return messages;
    tries += 1;
  }
  throw new Error('The client renewed no token before it expired.');
}

function createRecorder(tokenLifetime: number) {
  const sandbox = createSandbox({ tokenLifetime });
  let messages: Message[] = [];
  const countTo = (lane: Lane) => messages.filter(({ to }) => to === lane).length;
  const record = ({ type, method, urlTemplate, status }: LddPayEvent) => {
    if (type === 'request') messages.push({ from: 'client', to: 'API', text: `${method} ${urlTemplate}` });
    if (type === 'response')
      messages.push({ from: 'API', to: 'client', text: `${status} ${urlTemplate.split('/').at(-1)}` });
  };
  const { credentials } = sandbox;
  // A token takes a moment, so that it is always last where nothing waits for it.
  const fetch: typeof sandbox.fetch = async (url, init) => {
    if (String(url).endsWith('/token')) await setTimeout(20);
    return sandbox.fetch(url, init);
  };
  const lddpay = createClient({ baseUrl: 'http://sandbox.test', ...credentials, fetch, onEvent: record });
  const call = async (): Promise<readonly Message[]> => {
    messages = [{ from: 'program', to: 'client', text: 'getPaymentsList()' }];
    await lddpay.getPaymentsList({ reference: 'ORD-17' });
    messages.push({ from: 'client', to: 'program', text: 'the list' });
    // What the client does in the background.
    while (countTo('API') > countTo('client') - 1) await setTimeout(5);
    return messages;
  };
  return { sandbox, call };
}

const LANE_WIDTH = 150;
const MARGIN = 46;
const ROW = 34;

/** Draws the sequences below each other. */
export function drawTokenSequences(sequences: readonly Sequence[]): Picture {
  const panels = sequences.map(({ heading, messages }) => ({
    heading,
    width: 2 * (LANE_WIDTH + MARGIN),
    height: (messages.length + 1) * ROW,
    content: [...LANES.map((lane) => drawLane(lane, messages.length)), ...messages.map(drawMessage)].join(
      '\n',
    ),
  }));
  return {
    ...stackPanels(panels),
    title: 'When the client fetches a token',
    description: sequences
      .map(({ heading, messages }) => `${heading}: ${messages.map(describe).join(', ')}.`)
      .join(' '),
  };
}

/** Renders the sequences as a list in Markdown. */
export function renderTokenSequences(sequences: readonly Sequence[]): string {
  return sequences
    .map(({ heading, messages }) => {
      const requests = messages.filter(({ to }) => to !== 'program').map(({ text }) => `\`${text}\``);
      return `- ${heading}: ${requests.join(', ')}`;
    })
    .join('\n');
}

function describe({ from, to, text }: Message): string {
  return `${from} to ${to}: ${text}`;
}

const place = (lane: Lane) => MARGIN + LANES.indexOf(lane) * LANE_WIDTH;

function drawLane(lane: Lane, rows: number): string {
  const x = place(lane);
  return `<text x="${x}" y="14" text-anchor="middle">${lane}</text><path class="line" d="M${x} 20V${(rows + 1) * ROW}"/>`;
}

function drawMessage({ from, to, text }: Message, index: number): string {
  const y = (index + 2) * ROW - 14;
  const [start, end] = [place(from), place(to)];
  const back = end > start ? -7 : 7;
  return `<text class="quiet" x="${(start + end) / 2}" y="${y - 5}" text-anchor="middle">${text}</text><path class="line" d="M${start} ${y}H${end}"/><path class="arrow" d="M${end} ${y}l${back} -3v6z"/>`;
}
