import { open, readdir, rm, writeFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatFacts, parseFacts, readFacts } from './model/facts-file.js';
import { readPage } from './page/read-page.js';
import { FACT_CHANGES, operationParts } from './testing/fact-changes.js';
import { MARKUP_CHANGES } from './testing/markup-changes.js';
import { startServer } from './testing/page-server.js';
import { Project, type Run } from './testing/project-copy.js';
import { pageOf, renderPage } from './testing/render-page.js';

const SPAWNED = 60_000;
const FACTS = 'openapi/facts.yaml';

const facts = await readFacts();
const html = renderPage(facts).content.rendered;
const later = { ...facts.source, modified: '2099-01-02T03:04:05' };

/** A page that has changed in all the ways that can be shown, each in another operation. */
const edited = FACT_CHANGES.reduce((page, { edit }) => edit(page), html);

let project: Project;
beforeEach(async () => {
  project = await Project.copy();
});

/** Runs the command on a page with this HTML. */
async function run(page: string, ...options: readonly string[]): Promise<Run> {
  return runOn(JSON.stringify(pageOf(page, later)), ...options);
}

async function runOn(text: string, ...options: readonly string[]): Promise<Run> {
  await writeFile(project.path('page.json'), text);
  return project.facts(['page.json', ...options]);
}

const unchanged = async () => (await project.read(FACTS)) === formatFacts(facts);

describe('a page that has not changed', { timeout: SPAWNED }, () => {
  it('ends the command with 0, from a URL as well', async () => {
    const url = await startServer((_request, response) => response.end(JSON.stringify(pageOf(html, later))));
    const { code, stdout, stderr } = await project.facts([url]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Nothing has changed; the page is of 2099-01-02T03:04:05, the facts are of 2025-/,
    );
    expect(await unchanged()).toBe(true);
  });

  it('is waited for, and that is said, without a word in the document', async () => {
    let answer = () => {};
    const url = await startServer((_request, response) => {
      answer = () => void response.end(JSON.stringify(pageOf(html, later)));
    });
    const { code, stdout, stderr } = await project.facts([url, '--json'], () => answer());
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Waiting for ${url} …\n` });
    expect(JSON.parse(stdout)).toEqual({ source: later, changed: false, operations: {} });
  });
});

describe('a page that has changed', { timeout: SPAWNED }, () => {
  it('ends the command with 1, and shows each change with what the description needs', async () => {
    const { code, stdout } = await run(edited);
    expect(code).toBe(1);
    const shown = stripVTControlCharacters(stdout);
    for (const { needs } of FACT_CHANGES) expect(shown).toContain(needs);
    expect(shown).toContain('8 changes in 8 operations');
    expect(await unchanged()).toBe(true);
  });

  it('is reported in JSON, and needs nothing that the description says already', async () => {
    const file = project.path('openapi/schemas/PaymentRequest.yaml');
    const schema = await project.read('openapi/schemas/PaymentRequest.yaml');
    await writeFile(file, schema.replace('PayLater, Unscheduled]', 'PayLater, Unscheduled, New]'));
    const { code, stdout } = await run(edited, '--json');
    expect(code).toBe(1);
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

  it('is reported in Markdown, also while the description cannot be bundled', async () => {
    await writeFile(project.path('openapi/schemas/PaymentRequest.yaml'), 'type: [object');
    const { code, stdout, stderr } = await run(edited, '--markdown');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^# The documentation has changed\n/);
    expect(stdout).toContain(
      '## cancelScheduledRetry\n\n- [ ] changed: `request.reference`, `maxLength` from `80` to `50`',
    );
    expect(stdout).toContain('`unknown, since the description cannot be bundled`');
    expect(stderr).toMatch(/cannot be bundled/);
  });

  it('is told from mismatches of the description that it does not explain', async () => {
    const file = 'openapi/schemas/TokenResponse.yaml';
    await writeFile(project.path(file), (await project.read(file)).replace('type: number', 'type: integer'));
    const { code, stderr } = await run(FACT_CHANGES.at(0)?.edit(html) ?? '');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'Apart from that, the description does not match the page in one point: see npm run check:facts.\n',
    });
  });
});

describe('--write', { timeout: SPAWNED }, () => {
  it('takes the page over in one step, with the alternatives numbered as before', async () => {
    const reader = await open(project.path(FACTS));
    const reordered = MARKUP_CHANGES['alternatives reordered']?.(edited) ?? '';
    const { code, stdout, stderr } = await run(reordered, '--write', '--json');
    const old = await reader.readFile('utf8');
    await reader.close();
    const page = readPage(pageOf(edited, later));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('changed', true);
    expect(stderr).toMatch(/\d+ facts \(\d+ constraints\) written to openapi\/facts\.yaml\n$/);
    expect(parseFacts(await project.read(FACTS))).toEqual(page);
    expect(old).toBe(formatFacts(facts));
    expect((await readdir(project.path('openapi'))).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('writes the facts for the first time', async () => {
    await rm(project.path(FACTS));
    const { code, stdout } = await run(html, '--write', '--json');
    expect(code).toBe(0);
    const { operations } = JSON.parse(stdout);
    expect(Object.keys(operations)).toEqual(Object.keys(facts.operations));
    expect(operations['getToken']).toEqual([
      { kind: 'added', element: 'operation', after: {}, needs: 'already described' },
    ]);
    expect(parseFacts(await project.read(FACTS))).toEqual({ ...facts, source: later });
  });
});

describe('a page that cannot be understood', { timeout: SPAWNED }, () => {
  const half = operationParts(html).slice(0, 5).join('');
  it.each([
    ['is cut off', JSON.stringify(pageOf(html.slice(0, -20), later)), /breaks off/],
    ['has lost most of its operations', JSON.stringify(pageOf(half, later)), /7 of 12 known operations/],
    ['is a challenge in HTML', '<!DOCTYPE html><title>Just a moment...</title>', /no complete JSON/],
    ['is an error of the API', '{"code":"rest_post_invalid_id"}', /rest_post_invalid_id/],
  ])('because it %s ends the command with 2, and nothing is written', async (_why, text, reason) => {
    const { code, stdout, stderr } = await runOn(text, '--write', '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(await unchanged()).toBe(true);
  });

  it('because the server has none ends the command with 2', async () => {
    const url = await startServer((_request, response) => response.writeHead(404).end('{}'));
    const { code, stdout, stderr } = await project.facts([url, '--markdown']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `${url} cannot be read: the server answered 404\n`,
    });
  });
});

describe('the command line', { timeout: SPAWNED }, () => {
  it('shows how to use the command', async () => {
    const { code, stdout } = await project.facts(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run facts -- FILE_OR_URL/);
  });

  it('ends the command with 2 when it is wrong', async () => {
    const { code, stdout, stderr } = await project.facts([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage:/);
  });
});
