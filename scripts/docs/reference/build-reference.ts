import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, listOperations } from '../../lib/description.js';
import { redocly } from '../../lib/redocly.js';
import { type Page, rootOf, SECTIONS } from '../rendering/site-page.js';
import { mend } from './make-offline.js';
import { referenceDocument } from './reference-document.js';
import { samplesOf } from './samples/samples.js';

const { path } = SECTIONS.api;

/** The page of the reference, with the places that Redocly fills in. */
const page: Page = {
  path,
  title: 'API reference',
  description: 'Every operation of the LDDPay payments API with its fields, answers and samples.',
  section: 'api',
  head: `{{{redocHead}}}
<link rel="stylesheet" href="${rootOf(path)}assets/reference.css">
<script src="${rootOf(path)}assets/reference.js" defer></script>`,
  body: '<div id="content" tabindex="-1" class="reference">{{{redocHTML}}}</div>',
};

/**
 * Builds the API reference as one file.
 *
 * @param frame Puts a page into the frame that all pages share.
 * @returns The path of the page in the site, and its HTML.
 * @throws Error with what Redocly printed when it fails.
 */
export async function reference(
  document: Document,
  frame: (page: Page) => string,
): Promise<{ readonly path: string; readonly html: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-reference-'));
  const file = (name: string) => join(folder, name);
  try {
    await writeFile(file('openapi.json'), JSON.stringify(referenceDocument(document)));
    await writeFile(file('redocly.yaml'), JSON.stringify(configuration(document)));
    await writeFile(file('template.hbs'), frame(page));
    const { code, output } = await redocly([
      'build-docs',
      file('openapi.json'),
      ...['--config', file('redocly.yaml')],
      ...['--template', file('template.hbs')],
      ...['--output', file('index.html')],
      '--inlineBundle',
    ]);
    if (code !== 0) throw new Error(`The API reference cannot be built.\n${output}`);
    return { path, html: mend(await readFile(file('index.html'), 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** JSON is YAML too. */
function configuration(document: Document): object {
  const samples = listOperations(document).flatMap((operation) => samplesOf(document, operation));
  const languages = new Map(samples.map(({ lang, label }) => [label, { lang, label }]));
  return {
    openapi: {
      disableTelemetry: true,
      hideDownloadButtons: true,
      schemasExpansionLevel: 2,
      showExtensions: ['x-inferred'],
      // Only samples with a label that stands here are shown.
      codeSamples: { languages: [...languages.values()] },
    },
  };
}
