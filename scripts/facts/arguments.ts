import { parseArgs } from 'node:util';

/** What the command was told. */
export interface Arguments {
  /** A file or an http(s) URL. */
  readonly source: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly write: boolean;
}

export const HELP = `Usage: npm run facts -- FILE_OR_URL [--json | --markdown] [--write]

Reads the published documentation page anew and shows what changed since openapi/facts.yaml,
and for each change what the description in openapi/ needs.
FILE_OR_URL is the page as the WordPress REST API serves it, as JSON.

  --json      print the changes for programs; npm run -s keeps npm's own lines out
  --markdown  print them as the body of an issue
  --write     take the page over into openapi/facts.yaml
  --help      show this text

Exit status: 0 nothing changed, or the changes were written; 1 the page has changed;
2 the page cannot be read, or no longer looks like the documentation.`;

/**
 * Reads the arguments of the command line; undefined when they ask for help.
 *
 * @throws Error that says what is wrong with them.
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const [source, ...others] = positionals;
  if (source === undefined || others.length > 0) throw new Error(HELP);
  if (values.json && values.markdown) throw new Error('Choose one of --json and --markdown.');
  return {
    source,
    format: values.json ? 'json' : values.markdown ? 'markdown' : 'text',
    write: values.write,
  };
}
