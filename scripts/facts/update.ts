import { access, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import colors from 'picocolors';
import { checkFacts } from './check-facts.js';
import { compareFacts, countConstraints, countFacts, type Deviation } from './compare.js';
import { formatFacts } from './facts-file.js';
import type { Facts, Operations } from './model.js';
import { FACTS_FILE, readAs, readBundle, readFacts, run, unreadable } from './project-files.js';
import { readPage } from './read-page.js';

const HELP = `Usage: npm run facts -- FILE_OR_URL [--write]

Reads the published documentation page anew and shows what changed since openapi/facts.yaml,
and what the description now lacks.
FILE_OR_URL is the page as the WordPress REST API serves it, as JSON.

  --write  take the page over into openapi/facts.yaml
  --help   show this text

Exit status: 0 nothing changed, or the changes were written; 1 the page has changed; 2 it cannot be read.`;

const FETCH_TIMEOUT = 30_000;

await run(update);

async function update(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const [source] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (source === undefined || positionals.length > 1) throw new Error(HELP);

  const page = await readSource(source);
  const before = await committedOperations();
  const changes = compareFacts(before, page.operations);
  showChanges(changes, page.operations);
  if (values.write) {
    await writeFile(FACTS_FILE, formatFacts(page));
    const figures = `${countFacts(page.operations)} facts (${countConstraints(page.operations)} constraints)`;
    console.log(`${figures} written to ${FACTS_FILE}`);
    return 0;
  }
  if (changes.length === 0) {
    console.log(`Nothing has changed; the page is of ${page.source.modified}.`);
    return 0;
  }
  await showDescription(page);
  return 1;
}

async function readSource(source: string): Promise<Facts> {
  const parse = (text: string) => readPage(JSON.parse(text));
  if (!/^https?:\/\//i.test(source)) return readAs(source, parse);
  try {
    const response = await fetch(source, { signal: AbortSignal.timeout(FETCH_TIMEOUT) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return parse(await response.text());
  } catch (error) {
    throw unreadable(source, error);
  }
}

/** Before the facts are written for the first time, nothing is known and all is new. */
async function committedOperations(): Promise<Operations> {
  const exists = await access(FACTS_FILE).then(
    () => true,
    () => false,
  );
  return exists ? (await readFacts()).operations : {};
}

function showChanges(changes: readonly Deviation[], now: Operations): void {
  for (const operation of new Set(changes.map((change) => change.operation))) {
    console.log(colors.bold(operation));
    for (const change of changes.filter((other) => other.operation === operation)) {
      const { element, kind, keyword, before, after } = change;
      if (kind === 'missing') console.log(colors.red(`  - ${element}`));
      else if (kind === 'extra') {
        console.log(colors.green(`  + ${element}  ${JSON.stringify(now[operation]?.[element])}`));
      } else {
        const [was, is] = [before, after].map((value) => JSON.stringify(value) ?? 'not stated');
        console.log(colors.yellow(`  ~ ${element}  ${keyword}: ${was} -> ${is}`));
      }
    }
  }
}

async function showDescription(page: Facts): Promise<void> {
  const bundle = await readBundle().catch(() => undefined);
  if (bundle === undefined) {
    console.log('The description is not compared: npm run generate bundles it.');
    return;
  }
  const { lines } = checkFacts(page, bundle);
  console.log(colors.bold(`The description deviates from the page in ${lines.length} points`));
  for (const line of lines) console.log(`  ${line}`);
}
