import { EventEmitter, once } from 'node:events';
import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProcessResult } from '../lib/run-process.js';
import type { Page } from './model/facts.js';
import { formatFacts, parseFacts, readFacts } from './model/facts-file.js';
import { readPage } from './page/read-page.js';
import { FACT_CHANGES, splitOperations } from './testing/fact-changes.js';
import { MARKUP_CHANGES } from './testing/markup-changes.js';
import { startServer } from './testing/page-server.js';
import { ProjectCopy } from './testing/project-copy.js';
import { createPage, renderPage } from './testing/render-page.js';
import { TEXT_CHANGES } from './testing/text-changes.js';

const SPAWNED = 60_000;
const FACTS = 'openapi/facts.yaml';

const rendered = renderPage(await readFacts());
const facts = readPage(rendered);
const factsText = formatFacts(facts);
const html = rendered.content.rendered;
const later = { ...facts.source, modified: '2099-01-02T03:04:05' };

/** A page with all changes that can be reported, each in another operation. */
const edited = FACT_CHANGES.reduce((page, { edit }) => edit(page), html);

/** Edits the page in words only. */
const stateUnit = TEXT_CHANGES.find(({ name }) => name === 'the unit of an amount stated')?.edit ?? String;

let project: ProjectCopy;
beforeAll(async () => {
  project = await ProjectCopy.create();
});
beforeEach(() => writeFile(project.path(FACTS), factsText));
afterAll(() => project.remove());

/** What is written of a page: its texts only as hashes. */
const written = (page: Page) => parseFacts(formatFacts(page));

/** Runs the command on a page with this HTML. */
async function run(page: string, ...options: readonly string[]): Promise<ProcessResult> {
  return runOn(JSON.stringify(createPage(page, later)), ...options);
}

async function runOn(text: string, ...options: readonly string[]): Promise<ProcessResult> {
  await writeFile(project.path('page.json'), text);
  return project.runFacts(['page.json', ...options]);
}

const unchanged = async () => (await project.read(FACTS)) === factsText;

describe('a page that has not changed', { timeout: SPAWNED }, () => {
  it('exits with 0, also for a URL', async () => {
    const url = await startServer((_request, response) =>
      response.end(JSON.stringify(createPage(html, later))),
    );
    const { status, stdout, stderr } = await project.runFacts([url]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Nothing has changed; the page is dated 2099-01-02T03:04:05, the facts 2025-/);
    expect(await unchanged()).toBe(true);
  });

  it('is waited for with a notice on stderr only', async () => {
    const notice = new EventEmitter();
    const noticed = once(notice, 'output');
    const url = await startServer((_request, response) => {
      noticed.then(() => response.end(JSON.stringify(createPage(html, later))));
    });
    const { status, stdout, stderr } = await project.startFacts([url, '--json'], () => notice.emit('output'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: `Waiting for ${url} …\n` });
    expect(JSON.parse(stdout)).toEqual({ source: later, changed: false, operations: {} });
  });
});

describe('a page that has changed', { timeout: SPAWNED }, () => {
  it('exits with 1 and shows each change with what it needs, apart from other mismatches', async () => {
    await project.edit('openapi/schemas/TokenResponse.yaml', (schema) =>
      schema.replace('type: number', 'type: integer'),
    );
    const { status, stdout, stderr } = await run(edited);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'Apart from that, the description does not match the page in one point: see npm run check:facts.\n',
    });
    const shown = stripVTControlCharacters(stdout);
    for (const { needs } of FACT_CHANGES) expect(shown).toContain(needs);
    expect(shown).toContain('8 changes in 8 operations');
    expect(await unchanged()).toBe(true);
  });

  it('is reported in JSON, and needs nothing that is already described', async () => {
    await project.edit('openapi/schemas/PaymentRequest.yaml', (schema) =>
      schema.replace('PayLater, Unscheduled]', 'PayLater, Unscheduled, New]'),
    );
    const { status, stdout, stderr } = await run(edited, '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const expected = FACT_CHANGES.map(({ operation, change, needs }) => [
      operation,
      [{ ...change, needs: operation === 'requestPayment' ? 'already described' : needs }],
    ]);
    expect(JSON.parse(stdout)).toEqual({
      source: later,
      changed: true,
      operations: Object.fromEntries(expected),
    });
  });

  it('is reported in Markdown even if the description cannot be bundled', async () => {
    await project.edit('openapi/schemas/PaymentRequest.yaml', () => 'type: [object');
    const { status, stdout, stderr } = await run(edited, '--markdown');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^# The documentation has changed\n/);
    expect(stdout).toContain(
      '## cancelScheduledRetry\n\n- [ ] changed: `request.reference`, `maxLength` from `80` to `50`',
    );
    expect(stdout).toContain('`unknown, since the description cannot be bundled`');
    expect(stderr).toMatch(/bundl/);
  });
});

describe('a page that has changed in words only', { timeout: SPAWNED }, () => {
  it('exits with 1, and names the text and the open question that it may answer', async () => {
    const { status, stdout } = await run(stateUnit(html));
    expect(status).toBe(1);
    const shown = stripVTControlCharacters(stdout);
    expect(shown).toContain('the text of request.refund_amount changed; it reads now: In minor units.');
    expect(shown).toContain('may answer an open question: Is `refund_amount` in minor or in major units?');
    expect(shown).toContain(
      'read it, and compare openapi/schemas/RefundRequest.yaml#/properties/refund_amount',
    );
  });
});

describe('--write', { timeout: SPAWNED }, () => {
  it('replaces the facts file in one step, with the variants numbered as before', async () => {
    const reader = await open(project.path(FACTS));
    const changed = stateUnit(edited);
    const reordered = MARKUP_CHANGES['variants reordered']?.(changed) ?? '';
    const { status, stdout, stderr } = await run(reordered, '--write', '--json');
    const old = await reader.readFile('utf8');
    await reader.close();
    const page = readPage(createPage(changed, later));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('changed', true);
    expect(stderr).toMatch(/\d+ facts \(\d+ constraints\) written to openapi\/facts\.yaml\n$/);
    expect(parseFacts(await project.read(FACTS))).toEqual(written(page));
    expect(old).toBe(factsText);
    // Hashes of the texts, but no sentence.
    expect(await project.read(FACTS)).not.toContain('In minor units');
    expect(await run(changed)).toMatchObject({ status: 0, stderr: '' });
    expect((await readdir(project.path('openapi'))).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('writes the facts for the first time', async () => {
    await rm(project.path(FACTS));
    const { status, stdout } = await run(html, '--write', '--json');
    expect(status).toBe(0);
    const { operations } = JSON.parse(stdout);
    expect(Object.keys(operations)).toEqual(Object.keys(facts.operations));
    expect(operations['getToken']).toEqual([
      { kind: 'added', element: 'operation', after: {}, needs: 'already described' },
    ]);
    expect(parseFacts(await project.read(FACTS))).toEqual(written({ ...facts, source: later }));
  });
});

describe('a page that cannot be read', { timeout: SPAWNED }, () => {
  const half = splitOperations(html).slice(0, 5).join('');
  it.each([
    ['is cut off', JSON.stringify(createPage(html.slice(0, -20), later)), /cut off/],
    ['has lost most of its operations', JSON.stringify(createPage(half, later)), /7 of 12 known operations/],
    ['is a challenge in HTML', '<!DOCTYPE html><title>Just a moment...</title>', /not complete JSON/],
    ['is an error of the API', '{"code":"rest_post_invalid_id"}', /rest_post_invalid_id/],
  ])('because it %s exits with 2 and writes nothing', async (_why, text, reason) => {
    const { status, stdout, stderr } = await runOn(text, '--write', '--json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(await unchanged()).toBe(true);
  });

  it('because the server responds with 404 exits with 2', async () => {
    const url = await startServer((_request, response) => response.writeHead(404).end('{}'));
    const { status, stdout, stderr } = await project.runFacts([url, '--markdown']);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `${url} cannot be read: the server responded with 404\n`,
    });
  });
});

describe('the command line', { timeout: SPAWNED }, () => {
  it('shows the usage for --help', async () => {
    const { status, stdout } = await project.runFacts(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run facts -- FILE_OR_URL/);
  });

  it('exits with 2 without arguments', async () => {
    const { status, stdout, stderr } = await project.runFacts([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^FILE_OR_URL is missing\.\n\nUsage: npm run facts/);
  });
});
