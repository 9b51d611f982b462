import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { type Document, examplesOf, jsonOf, listOperations } from '../../lib/description.js';
import { createElementId } from '../provenance/element-id.js';
import { listInferredElements } from '../provenance/inferred-parts.js';
import { createLinks } from '../rendering/links.js';
import { countFields, FIELD_IDS } from '../testing/count-fields.js';
import { renderReference } from './render-reference.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const operations = listOperations(document);
const pages = await renderReference(
  document,
  new Map(),
  (code) => `<pre>${code}</pre>`,
  createLinks(operations),
);
const loaded = new Map(pages.map(({ path, body }) => [path, load(body)]));
const loadPage = (path: string) => loaded.get(path) ?? expect.unreachable(path);
const listIds = (path: string, selector: string) =>
  loadPage(path)(selector)
    .toArray()
    .map((element) => String(loadPage(path)(element).attr('id')));

describe('the API reference', () => {
  it('has a page for each operation, with a title and a description of its own', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(operations.map(({ operationId }) => `api/${operationId}.html`)),
    );
    for (const property of ['path', 'title', 'description'] as const)
      expect(new Set(pages.map((one) => one[property])).size).toBe(pages.length);
    for (const one of pages) expect(one.description.length).toBeLessThan(200);
  });

  it('has no id twice on a page', () => {
    for (const { path } of pages) {
      const ids = listIds(path, '[id]');
      const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
      expect(repeated, path).toEqual([]);
    }
  });

  it('links to the place of each inferred element on the provenance page', () => {
    const links = new Set(
      [...loaded.values()].flatMap(($) =>
        $('a.tag')
          .toArray()
          .map(({ attribs }) => attribs['href']),
      ),
    );
    const pointers = [...listInferredElements(document).keys()];
    expect(pointers.length).toBeGreaterThan(100);
    expect(
      pointers.filter((pointer) => !links.has(`../provenance.html#${createElementId(pointer)}`)),
    ).toEqual([]);
  });

  it('has every model with its own fields', () => {
    const expected = Object.entries(document.components.schemas).flatMap(([name, schema]) => [
      name,
      ...Object.keys(Object(schema['properties'])).map((field) => `${name}.${field}`),
    ]);
    expect(listIds('api/models.html', 'h2, li')).toEqual(expect.arrayContaining(expected));
  });

  it('has an entry of the search for each operation, each field of a request and each field of a model', () => {
    const entries = pages.flatMap((one) => one.entries ?? []);
    const hrefs = new Set(entries.map(({ href }) => href));
    expect(hrefs.size).toBe(entries.length);
    for (const { operationId } of operations) {
      const path = `api/${operationId}.html`;
      expect(hrefs).toContain(path);
      for (const id of listIds(path, '[id^="field-"], [id^="parameter-"]'))
        expect(hrefs).toContain(`${path}#${id}`);
    }
    for (const id of listIds('api/models.html', 'h2[id], li[id]'))
      expect(hrefs).toContain(`api/models.html#${id}`);
  });
});

describe.each(operations)('the page of $operationId', (operation) => {
  const { operationId, path, method, responses, requestBody } = operation;
  const $ = loadPage(`api/${operationId}.html`);

  it('has every parameter, field and header of the description', () => {
    const expected = countFields(document, operation);
    expect($(FIELD_IDS).length).toBe(expected);
    for (const { name } of operation.parameters) expect($(`[id="parameter-${name}"]`)).toHaveLength(1);
  });

  it('has every status with its text, and every example', () => {
    for (const { status, description: text } of responses) {
      const heading = $(`[id="response-${status}"]`);
      expect(heading).toHaveLength(1);
      const plain = text.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' ').trim();
      expect(heading.parent().text().replaceAll(/\s+/g, ' ')).toContain(plain);
    }
    const count = (body: typeof requestBody) => Object.keys(examplesOf(document, jsonOf(body))).length;
    expect($('[id^="example-"]').length).toBe(Math.max(count(requestBody), 1));
    for (const response of responses)
      expect($(`[id^="response-${response.status}-example-"]`).length).toBe(count(response));
  });

  it('says what the sandbox does with a payment in each status, if it changes one', () => {
    expect($('h2#states')).toHaveLength(path.includes('{id}') && method !== 'get' ? 1 : 0);
  });

  it('says its method, its path and the method of the client', () => {
    expect($('.request').text()).toBe(`${method.toUpperCase()} ${path}`);
    expect($(`a[href="../client/index.html#Client.${operationId}"]`)).toHaveLength(1);
  });
});
