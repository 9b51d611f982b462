import pc from 'picocolors';
import type { Observer } from '../http/app.js';
import { CHALLENGED, DECLINED_CARD, isRetryable, OUTCOMES, RETURNED } from '../payments/processor.js';
import type { Credentials } from '../sandbox.js';

type Seen = Parameters<Observer>[0];
type Row = readonly [name: string, value: string];

/** What the command says at its start. */
export function greeting(url: string, { clientId, clientSecret, scope, signing }: Credentials): string {
  return [
    '',
    `${pc.bold('LDDPay sandbox')}  ${pc.cyan(url)}`,
    '',
    pc.bgYellow(pc.black(' Never send it a real card number: it is a test tool and guards nothing. ')),
    '',
    pc.bold('Credentials'),
    ...rows([
      ['client id', clientId],
      ['client secret', clientSecret],
      ['scope', `${scope}, or any other`],
      ['site identifier', signing.siteIdentifier],
      ['signing secret', signing.secret],
    ]),
    '',
    pc.bold('Triggers'),
    ...rows(triggers()),
    '',
    pc.bold(`Controls below ${url}/_sandbox`),
    ...rows([
      ['GET', 'ledger, requests, clock'],
      ['POST', 'faults, clock, reset, challenges/{id}'],
      ['DELETE', 'faults, tokens'],
    ]),
    '',
    pc.dim('Ctrl-C stops it.'),
    '',
  ].join('\n');
}

/** What the command says of a request. */
export function requestLine({ method, path, status, ms }: Seen, at: Date): string {
  const time = pc.dim(at.toTimeString().slice(0, 8));
  return `${time}  ${coloured(status)}  ${method.padEnd(6)} ${path} ${pc.dim(`${ms.toFixed(1)} ms`)}`;
}

function triggers(): Row[] {
  return [
    ['card 4242424242424242', 'approved'],
    [`card ${DECLINED_CARD}`, 'declined'],
    ...Object.entries(OUTCOMES)
      .sort()
      .map(([ending, outcome]): Row => {
        const retried = isRetryable(outcome) ? '; retried if merchant-initiated' : '';
        return [`amount …${ending}`, `${outcome.code} ${outcome.summary}${retried}`];
      }),
    [`amount …${CHALLENGED}`, 'waits for the payer, as with 3D Secure'],
    [`payout …${RETURNED}`, 'paid, then returned'],
  ];
}

function rows(pairs: readonly Row[]): string[] {
  return pairs.map(([name, value]) => `  ${name.padEnd(24)} ${value}`);
}

function coloured(status: number): string {
  if (status === 0) return pc.magenta('cut');
  const colour = status < 300 ? pc.green : status < 500 ? pc.yellow : pc.red;
  return colour(status);
}
