import { parseArgs } from 'node:util';

/** What can be measured on its own. */
export const SECTIONS = ['calls', 'million', 'packages', 'regeneration', 'sandbox'] as const;

export type Section = (typeof SECTIONS)[number];

/** What the command was told. */
export interface Arguments {
  readonly quick: boolean;
  /** The sections to measure; all of them unless some are named. */
  readonly sections: readonly Section[];
}

export const USAGE = `Usage: npm run bench [-- --quick] [-- --only SECTION]

Measures the client beside its peers, and the sandbox beside Prism, in one run on
this machine. Let nothing else run meanwhile. The peers are installed into
bench/node_modules when they are first needed.

  --quick         much less of everything, to see that it works; two minutes
                  instead of some fifty
  --only SECTION  measure one section; may be given more than once
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
 * @throws TypeError that says what is wrong with them.
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const unknown = values.only.find((name) => !SECTIONS.some((section) => section === name));
  if (unknown !== undefined) throw new TypeError(`There is no section '${unknown}'.`);
  const named = SECTIONS.filter((section) => values.only.includes(section));
  return { quick: values.quick, sections: named.length > 0 ? named : SECTIONS };
}
