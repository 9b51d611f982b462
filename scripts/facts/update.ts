import { bundle } from '../generate/bundle.js';
import { runCommand } from '../lib/command.js';
import { printProgress } from '../lib/progress.js';
import { type Arguments, readArguments, USAGE } from './arguments.js';
import { alignPage } from './compare/align-variants.js';
import { findAnswers } from './compare/find-answers.js';
import { type Change, findChanges } from './compare/find-changes.js';
import { findTextChanges } from './compare/find-text-changes.js';
import { readDescriptionFiles } from './locations/description-files.js';
import { type LocatedChanges, locateChanges } from './locations/locate-changes.js';
import { countConstraints, countFacts, type Facts } from './model/facts.js';
import { readKnownFacts, writeFacts } from './model/facts-file.js';
import { readOpenQuestions } from './model/open-questions.js';
import { checkPlausibility, checkSource } from './page/check-plausibility.js';
import { readSource } from './page/read-source.js';
import { renderJson } from './reports/render-json.js';
import { renderMarkdown } from './reports/render-markdown.js';
import { renderText } from './reports/render-text.js';

const REPORTS = { text: renderText, json: renderJson, markdown: renderMarkdown };

await runCommand({ usage: USAGE, read: readArguments, run: update, failureStatus: 2 });

/** Prints the report on stdout, and everything else on stderr. */
async function update({ source, format, write }: Arguments): Promise<number> {
  const known = await readKnownFacts();
  const read = await readSource(source, () => printProgress(`Waiting for ${source} …`));
  const page = alignPage(known?.operations ?? {}, read);
  if (known) {
    checkSource(known.source, page.source);
    checkPlausibility(known.operations, page.operations);
  }

  const facts = findChanges(known?.operations ?? {}, page.operations);
  const texts = known ? findTextChanges(known, page, facts) : [];
  const { changes: located, unexplained } = await locate([...facts, ...texts], page);
  const questions = await readOpenQuestions();
  const changes = located.map((change) => {
    const answers = findAnswers(change, questions);
    return answers.length === 0 ? change : { ...change, answers };
  });
  console.log(REPORTS[format]({ source: page.source, since: known?.source.modified, changes }));
  if (unexplained.length > 0) {
    const points = unexplained.length === 1 ? 'one point' : `${unexplained.length} points`;
    printProgress(
      `Apart from that, the description does not match the page in ${points}: see npm run check:facts.`,
    );
  }
  if (!write) return changes.length > 0 ? 1 : 0;
  writeFacts(page);
  const figures = `${countFacts(page.operations)} facts (${countConstraints(page.operations)} constraints)`;
  printProgress(`${figures} written to openapi/facts.yaml`);
  return 0;
}

/** The changes are reported even if the description cannot be bundled, such as in the middle of an edit. */
async function locate(changes: readonly Change[], page: Facts): Promise<LocatedChanges> {
  if (changes.length === 0) return { changes: [], unexplained: [] };
  const bundled = await bundle().catch((error: unknown) => {
    printProgress(error instanceof Error ? error.message : String(error));
  });
  if (bundled) return locateChanges(changes, page, bundled, await readDescriptionFiles());
  const needs = 'unknown, since the description cannot be bundled';
  return { changes: changes.map((change) => ({ ...change, needs })), unexplained: [] };
}
