import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFacts } from '../model/facts-file.js';
import { findDeadUrl, startServer } from '../testing/page-server.js';
import { renderPage } from '../testing/render-page.js';
import { readPage } from './read-page.js';
import { readSource } from './read-source.js';

const rendered = renderPage(await readFacts());
const facts = readPage(rendered);
const page = JSON.stringify(rendered);

const directory = await mkdtemp(join(tmpdir(), 'lddpay-page-'));
afterAll(() => rm(directory, { recursive: true }));

const never = () => expect.unreachable('the server responds at once');

async function readText(text: string | Uint8Array) {
  const file = join(directory, 'page.json');
  await writeFile(file, text);
  return readSource(file, never);
}

describe('readSource', () => {
  it.each([
    ['a file', page],
    ['a list with one page', `[${page}]`],
    ['a file with a byte order mark and empty lines', `\ufeff\n\n${page}\n`],
  ])('reads the facts from %s', async (_source, text) => {
    expect(await readText(text)).toEqual(facts);
  });

  it('reads the facts from a URL', async () => {
    const url = await startServer((_request, response) => response.end(page));
    expect(await readSource(`${url}/wp-json/wp/v2/docs/876`, never)).toEqual(facts);
  });
});

const HTML = '<!DOCTYPE html><html><title>Just a moment...</title></html>';

describe('readSource throws with the source and the reason', () => {
  it.each([
    ['an empty file', '', /it is empty/],
    ['white space', ' \n', /it is empty/],
    ['a login or challenge page', HTML, /not complete JSON; it begins with "<!DOCTYPE html>/],
    ['half of the JSON', page.slice(0, 5000), /not complete JSON/],
    ['a warning before the JSON', `<b>Warning</b> on line 7\n${page}`, /it begins with "<b>Warning/],
    ['an empty object', '{}', /content\.rendered/],
    ['an empty list', '[]', /one JSON object is expected/],
    ['null', 'null', /one JSON object is expected/],
    ['an error of the API', '{"code":"rest_post_invalid_id","data":{"status":404}}', /rest_post_invalid_id/],
    ['another post', JSON.stringify({ ...JSON.parse(page), content: { rendered: HTML } }), /no operation/],
    [
      'a post behind a password',
      JSON.stringify({ ...JSON.parse(page), content: { rendered: '' } }),
      /no operation/,
    ],
  ])('for %s', async (_what, text, reason) => {
    await expect(readText(text)).rejects.toThrow(/page\.json cannot be read: /);
    await expect(readText(text)).rejects.toThrow(reason);
  });

  it('for a file that is not UTF-8, as for such a response', async () => {
    const bytes = Buffer.from(page.replace('"Payment"', '"Zahlungen für Händler"'), 'latin1');
    await expect(readText(bytes)).rejects.toThrow(/page\.json cannot be read: .*utf-8/);
  });

  it('for a file that does not exist', async () => {
    await expect(readSource(join(directory, 'none.json'), never)).rejects.toThrow(
      /none\.json cannot be read/,
    );
  });

  it('for a URL on which no server listens', async () => {
    await expect(readSource(await findDeadUrl(), never)).rejects.toThrow(
      /cannot be read: fetch failed: .*ECONNREFUSED/,
    );
  });
});
