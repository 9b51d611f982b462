import type { HandledRequest } from '../http/handler.js';
import {
  CHALLENGE_TRIGGER,
  DECLINED_CARD,
  DECLINES,
  isRetryable,
  RETURN_TRIGGER,
} from '../payments/processor.js';
import type { Credentials } from '../sandbox.js';
import { colors } from './colors.js';

/** How much of an idempotency key a line shows: all of a UUID. */
const MAX_KEY_LENGTH = 40;

type Row = readonly [name: string, value: string];

/** Renders what the command prints when it starts. */
export function renderGreeting(url: string, { clientId, clientSecret, scope, signing }: Credentials): string {
  return [
    '',
    `${colors.bold('LDDPay sandbox')}  ${colors.cyan(url)}`,
    '',
    colors.bgYellow(
      colors.black(' Never send it a real card number: it is a test tool and protects nothing. '),
    ),
    '',
    colors.bold('Credentials'),
    ...renderRows([
      ['client id', clientId],
      ['client secret', clientSecret],
      ['scope', `${scope}, or any other`],
      ['site identifier', signing.siteIdentifier],
      ['signing secret', signing.secret],
    ]),
    '',
    colors.bold('Triggers'),
    ...renderRows(listTriggers()),
    colors.dim('  …05 are the decimals: 10.05 USD (1005), 10.050 KWD (10050). Without decimals: 5 JPY (5).'),
    '',
    `${colors.bold('Page')}      ${colors.cyan(`${url}/_sandbox/`)}  shows what happens`,
    '',
    colors.bold(`Controls under ${url}/_sandbox`),
    ...renderRows([
      ['GET', 'ledger, requests, events, clock, options'],
      ['POST', 'faults, clock, reset, challenges/{id}'],
      ['PATCH', 'options'],
      ['DELETE', 'faults, tokens'],
    ]),
    '',
    colors.dim('Press Ctrl-C to stop.'),
    '',
  ].join('\n');
}

/** Renders the log line of a request. */
export function renderRequest(request: HandledRequest, at: Date): string {
  const { method, path, status, ms, errorCodes = [], idempotencyKey, fault } = request;
  return [
    `${colors.dim(at.toTimeString().slice(0, 8))}  ${renderStatus(status)}  ${method.padEnd(6)} ${path}`,
    ...errorCodes.map((code) => colors.yellow(code)),
    ...(idempotencyKey === undefined ? [] : [`key ${renderKey(idempotencyKey)}`]),
    ...(fault === undefined ? [] : [colors.magenta(`fault ${fault}`)]),
    colors.dim(`${ms.toFixed(1)} ms`),
  ].join(' ');
}

/** Renders an idempotency key, which can have any characters of a header: some of them control a terminal. */
function renderKey(key: string): string {
  const printable = key.replace(/[^\x20-\x7e]/g, '?');
  return printable.length > MAX_KEY_LENGTH ? `${printable.slice(0, MAX_KEY_LENGTH)}…` : printable;
}

function listTriggers(): Row[] {
  return [
    ['card 4242424242424242', 'approved'],
    [`card ${DECLINED_CARD}`, 'declined'],
    ...Object.entries(DECLINES)
      .sort()
      .map(([ending, decline]): Row => {
        const retried = isRetryable(decline) ? '; retried if merchant-initiated' : '';
        return [`amount …${ending}`, `${decline.code} ${decline.summary}${retried}`];
      }),
    [`amount …${CHALLENGE_TRIGGER}`, 'waits for the payer, as with 3D Secure; not if merchant-initiated'],
    [`payout …${RETURN_TRIGGER}`, 'paid, then returned'],
  ];
}

function renderRows(rows: readonly Row[]): string[] {
  return rows.map(([name, value]) => `  ${name.padEnd(24)} ${value}`);
}

function renderStatus(status: number): string {
  if (status === 0) return colors.magenta('cut');
  const colour = status < 300 ? colors.green : status < 500 ? colors.yellow : colors.red;
  return colour(status);
}
