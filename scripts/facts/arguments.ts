import { chooseFlag, parseArguments } from '../lib/arguments.js';

/** The arguments of `npm run facts`. */
export interface Arguments {
  /** A file or an http(s) URL. */
  readonly source: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly write: boolean;
}

export const USAGE = `Usage: npm run facts -- FILE_OR_URL [--json | --markdown] [--write]

Reads the published documentation page again and shows what changed since openapi/facts.yaml,
in facts and in words, and for each change the file and pointer in openapi/ that it concerns. It
names the open questions of docs/guides/certainty.md that a change may answer, and says where the
meaning of a change is not certain.
FILE_OR_URL is the page as the WordPress REST API serves it, as JSON.

  --json      print the changes for programs; npm run -s keeps npm's own lines out
  --markdown  print them as the body of an issue
  --write     write what the page states to openapi/facts.yaml
  --help      show this text

Exit status: 0 nothing changed, or the changes were written; 1 the page has changed;
2 the page cannot be read, or no longer looks like the documentation, or the arguments are wrong.`;

/**
 * Reads the arguments of the command line; undefined if they ask for help.
 *
 * @throws {UsageError} If they are wrong.
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const parsed = parseArguments(args, {
    options: {
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
      write: { type: 'boolean', default: false },
    },
    positionals: ['FILE_OR_URL'],
  });
  if (!parsed) return undefined;
  const { json, markdown, write } = parsed.values;
  const [source] = parsed.positionals;
  return { source, format: chooseFlag({ json, markdown }) ?? 'text', write };
}
