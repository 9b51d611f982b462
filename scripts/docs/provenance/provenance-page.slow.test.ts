import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../facts/compare/check-facts.js';
import { readFacts } from '../../facts/model/facts-file.js';
import { type Document, listOperations } from '../../lib/description.js';
import { createLinks } from '../rendering/links.js';
import { renderProvenance } from './provenance-page.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;

describe('the provenance page', () => {
  it('lists as many elements as the facts check counts, each with its reason', async () => {
    const { inferred } = checkFacts(await readFacts(), document);
    const links = createLinks(listOperations(document));
    const page = await renderProvenance(document, (code) => code, links);
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
});
