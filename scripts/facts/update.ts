import { bundle } from '../generate/bundle.js';
import { runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { type Advice, advise } from './advice/advise.js';
import { alignVariants } from './align-variants.js';
import { type Arguments, readArguments, USAGE } from './arguments.js';
import { type Change, findChanges } from './changes.js';
import { countConstraints, countFacts } from './compare.js';
import type { Facts } from './model.js';
import { readSource } from './page-source.js';
import { checkPlausibility } from './plausibility.js';
import { readDescriptionFiles, readKnownFacts, writeFacts } from './project-files.js';
import { jsonReport } from './reports/json.js';
import { markdownReport } from './reports/markdown.js';
import { textReport } from './reports/text.js';

const REPORTS = { text: textReport, json: jsonReport, markdown: markdownReport };

await runCommand({ usage: USAGE, read: readArguments, run: update, failureStatus: 2 });

/** The document goes to stdout, and all that is said beside it to stderr. */
async function update({ source, format, write }: Arguments): Promise<number> {
  const known = await readKnownFacts();
  const read = await readSource(source, () => printProgress(`Waiting for ${source} …`));
  const page = { ...read, operations: alignVariants(known?.operations ?? {}, read.operations) };
  if (known) checkPlausibility(known.operations, page.operations);

  const { changes, unexplained } = await advice(findChanges(known?.operations ?? {}, page.operations), page);
  console.log(REPORTS[format]({ source: page.source, since: known?.source.modified, changes }));
  if (unexplained.length > 0) {
    const points = unexplained.length === 1 ? 'one point' : `${unexplained.length} points`;
    printProgress(`Apart from that, the description deviates in ${points}: see npm run check:facts.`);
  }
  if (!write) return changes.length > 0 ? 1 : 0;
  await writeFacts(page);
  const figures = `${countFacts(page.operations)} facts (${countConstraints(page.operations)} constraints)`;
  printProgress(`${figures} written to openapi/facts.yaml`);
  return 0;
}

/** The changes are worth knowing also where the description cannot be bundled, such as in the middle of an edit. */
async function advice(changes: readonly Change[], page: Facts): Promise<Advice> {
  if (changes.length === 0) return { changes: [], unexplained: [] };
  const bundled = await bundle().catch((error: unknown) => {
    printProgress(error instanceof Error ? error.message : String(error));
  });
  if (bundled) return advise(changes, page, bundled, await readDescriptionFiles());
  const needs = 'unknown, since the description cannot be bundled';
  return { changes: changes.map((change) => ({ ...change, needs })), unexplained: [] };
}
