import { parseArguments, readInteger, readOutputFile, UsageError } from '../lib/arguments.js';
import { MERCHANTS, type MerchantName } from './merchants/merchants.js';

/** What a campaign does. */
export interface CampaignOptions {
  readonly merchant: MerchantName;
  /** How many payment lifecycles there are. */
  readonly lives: number;
  readonly seed: number;
  /** Whether the sandbox compares whole bodies where a key is repeated. */
  readonly strictKeys: boolean;
  /** How often a worker is killed. */
  readonly kills: number;
  /** How often the API refuses connections for a while, and how often the store of the merchant is down. */
  readonly outages: number;
  /** The share of requests that faults strike. */
  readonly struck: number;
  readonly workers: number;
  /** The file that the report is written to. */
  readonly json: string | undefined;
}

const MERCHANT_NAMES = Object.keys(MERCHANTS) as MerchantName[];

export const USAGE = `Usage: npm run test:campaign -- [options]

Runs payment lifecycles against a sandbox while faults strike, and holds the ledger
against what the merchant believes. Each process is a real one on loopback: the
sandbox, a proxy before it, and the merchant's workers.

  --merchant NAME  the merchant's code: ${MERCHANT_NAMES.join(', ')} (default loop)
  --lives N        payment lifecycles (default 5000)
  --seed N         the seed of all that is random (default: another one each time)
  --strict-keys    the API compares whole bodies where a key is repeated
  --kills N        how often a worker is killed (default: one for 125 lifecycles)
  --outages N      how often the API refuses connections, and the store of the merchant
                   is down (default: one for 500 lifecycles)
  --struck SHARE   the share of requests that faults strike (default 0.4)
  --workers N      worker processes (default 4)
  --json FILE      also writes the report with each discrepancy as JSON
  --help           shows this text

An intent that is unknown to its worker in the end is a failure, unless the merchant's
code is documented to leave it to the provider. The loop sees an effect that may be its
own, or the API refuses a write after an unknown attempt. A journal leaves parts of
reversals, refunds like them and cancellations of retries; without \`exclusive\`, all
refunds. The report counts them, each confirmed by the ledger.

Exit status: 0 nothing was double, lost, false, unknown or leaked; 1 something was, too
little happened to prove it, or the campaign failed; 2 the arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(args: readonly string[]): CampaignOptions | undefined {
  const parsed = parseArguments(args, {
    options: {
      merchant: { type: 'string', default: 'loop' },
      lives: { type: 'string', default: '5000' },
      seed: { type: 'string' },
      'strict-keys': { type: 'boolean', default: false },
      kills: { type: 'string' },
      outages: { type: 'string' },
      struck: { type: 'string', default: '0.4' },
      workers: { type: 'string', default: '4' },
      json: { type: 'string' },
    },
  });
  if (!parsed) return undefined;
  const { values } = parsed;
  const lives = readInteger('--lives', values.lives, 1);
  return {
    merchant: readMerchant(values.merchant),
    lives,
    seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : readInteger('--seed', values.seed, 0),
    strictKeys: values['strict-keys'],
    kills: values.kills === undefined ? Math.ceil(lives / 125) : readInteger('--kills', values.kills, 0),
    outages:
      values.outages === undefined ? Math.ceil(lives / 500) : readInteger('--outages', values.outages, 0),
    struck: readShare('--struck', values.struck),
    workers: readInteger('--workers', values.workers, 1),
    json: readOutputFile('--json', values.json),
  };
}

function readMerchant(name: string): MerchantName {
  const merchant = MERCHANT_NAMES.find((one) => one === name);
  if (!merchant) throw new UsageError(`--merchant must be one of ${MERCHANT_NAMES.join(', ')}.`);
  return merchant;
}

function readShare(name: string, text: string): number {
  const share = Number(text);
  if (text === '' || !(share >= 0 && share < 1))
    throw new UsageError(`${name} must be a number of at least 0 and less than 1.`);
  return share;
}
