import { bundle } from '../generate/bundle.js';
import { parseArguments } from '../lib/arguments.js';
import { runCommand } from '../lib/command.js';
import { checkFacts } from './compare/check-facts.js';
import { readDescription } from './description/read-description.js';
import { readFacts } from './model/facts-file.js';
import { renderReasons } from './reports/render-reasons.js';

const USAGE = `Usage: npm run check:facts [-- --reasons]

Compares the documented facts in openapi/facts.yaml with the description, in both directions. A text
of the description has a text of the page behind it and claims no more, or a mark: units, standards,
times, numbers, names and the like are compared, not the meaning of sentences.

  --reasons  list what the inferred elements rest on instead, by source
  --help     show this text

Exit status: 0 they agree; 1 the description does not match them; 2 something cannot be read, or the
arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readArguments, run: check, failureStatus: 2 });

function readArguments(args: readonly string[]): { readonly reasons: boolean } | undefined {
  const parsed = parseArguments(args, { options: { reasons: { type: 'boolean', default: false } } });
  return parsed && { reasons: parsed.values.reasons };
}

async function check({ reasons }: { readonly reasons: boolean }): Promise<number> {
  const document = await bundle();
  if (reasons) {
    console.log(renderReasons(readDescription(document).inferred));
    return 0;
  }
  const { lines, facts, constraints, operations, inferred } = checkFacts(await readFacts(), document);
  for (const line of lines) console.error(line);
  if (lines.length > 0) {
    const points = lines.length === 1 ? 'one point' : `${lines.length} points`;
    console.error(`The description does not match the documentation in ${points}.`);
    return 1;
  }
  const agreement = `${facts} facts (${constraints} constraints) of ${operations} operations agree`;
  console.log(`${agreement}; ${inferred} elements are inferred`);
  return 0;
}
