import { bundle } from '../generate/bundle.js';
import { checkFacts } from './compare/check-facts.js';
import { readFacts } from './model/facts-file.js';
import { run } from './project-files.js';

await run(check);

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
