import { parseArguments, selectNames } from '../scripts/lib/arguments.js';

/** The parts of the benchmark that can be measured alone. */
export const SECTIONS = [
  'calls',
  'journal',
  'observer',
  'million',
  'packages',
  'regeneration',
  'sandbox',
] as const;

export type Section = (typeof SECTIONS)[number];

/** What to measure. */
export interface Options {
  readonly quick: boolean;
  readonly sections: readonly Section[];
}

export const USAGE = `Usage: npm run bench [-- --quick] [-- --only SECTION]

Measures the client and its peers, the journal, the observer, and the sandbox and Prism, in one run
on this machine. Let nothing else run at the same time. The first run installs the peers into
bench/node_modules.

  --quick         measure much less of everything, to see that it works: three minutes
                  instead of about an hour
  --only SECTION  measure one section; may be repeated
  --help          show this text

Sections: ${SECTIONS.join(', ')}

A whole run is kept in bench/results/latest.json and docs/assets/speed.svg, any
other in bench/.work/.

Exit status: 0 everything was measured, whether or not targets are met; 1 something
could not be measured; 2 the arguments are wrong.
`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws {UsageError} When they are wrong.
 */
export function readOptions(args: readonly string[]): Options | undefined {
  const parsed = parseArguments(args, {
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!parsed) return undefined;
  const { quick, only } = parsed.values;
  return { quick, sections: selectNames(only, SECTIONS, 'section') };
}
