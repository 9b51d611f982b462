import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, listOperations } from '../../lib/description.js';
import { redocly } from '../../lib/redocly.js';
import { type RenderPage, rootPath, SECTIONS, type SitePage } from '../rendering/site-page.js';
import { makeOffline } from './make-offline.js';
import { createReferenceDocument } from './reference-document.js';
import { createSamples } from './samples/samples.js';

const { path } = SECTIONS.api;

/** The page of the reference, with the placeholders that Redocly fills in. */
const page: SitePage = {
  path,
  title: 'API reference',
  description: 'Every operation of the LDDPay payments API with its fields, responses and samples.',
  section: 'api',
  head: `{{{redocHead}}}
<link rel="stylesheet" href="${rootPath(path)}assets/reference.css">
<script src="${rootPath(path)}assets/reference.js" defer></script>`,
  body: '<div id="content" tabindex="-1" class="reference">{{{redocHTML}}}</div>',
};

/**
 * Builds the API reference as one file.
 *
 * @returns The path of the page in the site, and its HTML.
 * @throws Error with the output of Redocly when it fails.
 */
export async function buildReference(
  document: Document,
  renderPage: RenderPage,
): Promise<{ readonly path: string; readonly html: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lddpay-reference-'));
  const file = (name: string) => join(folder, name);
  try {
    await writeFile(file('openapi.json'), JSON.stringify(createReferenceDocument(document)));
    await writeFile(file('redocly.yaml'), JSON.stringify(createConfiguration(document)));
    await writeFile(file('template.hbs'), renderPage(page));
    const { code, output } = await redocly([
      'build-docs',
      file('openapi.json'),
      ...['--config', file('redocly.yaml')],
      ...['--template', file('template.hbs')],
      ...['--output', file('index.html')],
      '--inlineBundle',
    ]);
    if (code !== 0) throw new Error(`Could not build the API reference.\n${output}`);
    return { path, html: makeOffline(await readFile(file('index.html'), 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Creates the configuration of Redocly, written as JSON, which is valid YAML. */
function createConfiguration(document: Document): object {
  const samples = listOperations(document).flatMap((operation) => createSamples(document, operation));
  const languages = new Map(samples.map(({ lang, label }) => [label, { lang, label }]));
  return {
    openapi: {
      disableTelemetry: true,
      hideDownloadButtons: true,
      schemasExpansionLevel: 2,
      showExtensions: ['x-inferred'],
      // Redocly shows only the samples whose labels are listed here.
      codeSamples: { languages: [...languages.values()] },
    },
  };
}
