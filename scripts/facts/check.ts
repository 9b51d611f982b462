import { bundle } from '../generate/bundle.js';
import { readNoArguments, runCommand } from '../lib/command.js';
import { checkFacts } from './compare/check-facts.js';
import { readFacts } from './model/facts-file.js';

const USAGE = `Usage: npm run check:facts

Compares the documented facts in openapi/facts.yaml with the description, in both directions.

Exit status: 0 they agree; 1 the description does not match them; 2 something cannot be read, or the
arguments are wrong.
`;

await runCommand({ usage: USAGE, read: readNoArguments, run: check, failureStatus: 2 });

async function check(): Promise<number> {
  const { lines, facts, constraints, operations, inferred } = checkFacts(await readFacts(), await bundle());
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
