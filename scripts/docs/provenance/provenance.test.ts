import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../facts/compare/check-facts.js';
import { readFacts } from '../../facts/model/facts-file.js';
import { type Document, listOperations } from '../../lib/description.js';
import { createLinks } from '../links.js';
import { provenancePage } from './page.js';
import { provenance } from './provenance.js';
import { groundsOf } from './sureness.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const parts = [...provenance(document).values()].flat();

describe('the page of what is inferred', () => {
  it('has as many elements as the check of the facts counts, each with its reason', async () => {
    const { inferred } = checkFacts(await readFacts(), document);
    const links = createLinks(listOperations(document));
    const page = await provenancePage(document, (code) => code, links);
    const $ = load(page.body);
    // The first table only counts.
    const rows = $('table').slice(1).find('tbody tr').toArray();
    expect(inferred).toBeGreaterThan(0);
    expect(rows).toHaveLength(inferred);
    for (const row of rows) expect($(row).find('td').eq(1).text()).not.toBe('');
    expect($('p').first().text()).toContain(`${inferred} elements`);
    const counts = $('table').first().find('td:last-child').toArray();
    expect(counts.reduce((sum, cell) => sum + Number($(cell).text()), 0)).toBe(inferred);
  });

  it('tells which operations a schema is part of, directly or not', () => {
    const balances = parts.find(({ name }) => name === 'Balances');
    expect(balances?.operationIds).toEqual(
      expect.arrayContaining(['getPaymentDetails', 'incrementAuthorization', 'getPaymentsList']),
    );
    expect(balances?.operationIds).not.toContain('getToken');
  });

  it('names files that are there', () => {
    for (const { file } of parts) {
      expect(readFileSync(new URL(`../../../openapi/${file}`, import.meta.url), 'utf8')).toContain(
        'x-inferred',
      );
    }
  });
});

describe('how sure a reason makes', () => {
  it.each([
    ['the page names no host', 'open'],
    ['the official SDKs of the API that LDDPay mirrors', 'likely'],
    ["PayNearMe's published signing scheme", 'likely'],
    ['RFC 6749, section 5.2', 'sure'],
    ["the page's text calls it a three-letter code", 'sure'],
    // What it takes from elsewhere outweighs what the page says.
    ["the page's text names a link; the rest is that of the API that LDDPay mirrors", 'likely'],
  ])('%s: %s', (reason, level) => {
    expect(groundsOf(reason).level).toBe(level);
  });

  it('is for a person to say when the reason is of a new kind', () => {
    expect(() => groundsOf('a little bird told us')).toThrow('a little bird told us');
  });
});
