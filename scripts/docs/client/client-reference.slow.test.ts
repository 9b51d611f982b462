import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import * as lddpay from 'lddpay';
import * as journal from 'lddpay/journal';
import * as observe from 'lddpay/observe';
import * as undici from 'lddpay/undici';
import * as sandbox from 'lddpay-sandbox';
import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../../lib/description.js';
import {
  CLIENT_ENTRY,
  JOURNAL_ENTRY,
  OBSERVE_ENTRY,
  renderClientReference,
  SANDBOX_ENTRY,
  UNDICI_ENTRY,
} from './client-reference.js';
import { readDocstring } from './docstring.js';
import { readExports } from './exports.js';
import { listMembers } from './members.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const pages = renderClientReference(document, (code) => `<pre>${code}</pre>`);
const html = (path: string) => pages.find((page) => page.path === path)?.body ?? '';

describe.each([
  { name: 'lddpay', entry: CLIENT_ENTRY, module: lddpay },
  { name: 'lddpay/journal', entry: JOURNAL_ENTRY, module: journal },
  { name: 'lddpay/observe', entry: OBSERVE_ENTRY, module: observe },
  { name: 'lddpay/undici', entry: UNDICI_ENTRY, module: undici },
  { name: 'lddpay-sandbox', entry: SANDBOX_ENTRY, module: sandbox },
])('every export of $name', ({ entry, module }) => {
  const exported = readExports(entry);

  it('is documented', () => {
    const undocumented = exported.filter(({ declarations }) =>
      declarations.every((declaration) => readDocstring(declaration).summary === ''),
    );
    expect(undocumented.map((one) => one.name)).toEqual([]);
  });

  it('is on a page of the reference, or a model of the API reference', () => {
    const anchors = pages.flatMap(({ body }) =>
      load(body)('h3[id]')
        .toArray()
        .map(({ attribs }) => attribs['id']),
    );
    anchors.push(...Object.keys(document.components.schemas));
    expect(exported.length).toBeGreaterThan(Object.keys(module).length);
    expect(exported.map(({ name }) => name).filter((name) => !anchors.includes(name))).toEqual([]);
  });

  it('is found if it can be imported', () => {
    expect(exported.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(module)));
  });
});

describe('the client reference', () => {
  it('shows each operation as a method with the type of its promise', () => {
    const $ = load(html('client/index.html'));
    const methods = $('section:has(#Client) .member:has(h4[id])').toArray();
    const signatures = new Map(
      methods.map((one) => {
        const id = String($(one).find('h4').attr('id'));
        return [id.replace('Client.', ''), $(one).find('.signature').text()];
      }),
    );
    expect([...signatures.keys()]).toEqual(
      expect.arrayContaining([
        ...listOperations(document).map(({ operationId }) => operationId),
        'reconcile',
      ]),
    );
    expect(signatures.get('getToken')).toBe('(options?: CallOptions): ApiPromise<TokenResponse>');
    expect(signatures.get('refundPayment')).toBe(
      '(id: string, body: RefundRequest, options?: CallOptions): ApiPromise<AcceptedAction>',
    );
    expect(signatures.get('getPaymentsList')).toBe(
      '(query: { reference: string; limit?: number; skip?: number }, options?: CallOptions): PagePromise<PaymentsPage, ItemOf<PaymentsPage>>',
    );
  });

  it('shows only the public members of a class', () => {
    const [error] = readExports(CLIENT_ENTRY).filter(({ name }) => name === 'LddPayError');
    const members = new Map(
      listMembers(error ?? expect.unreachable()).map((one) => [one.name, one.signature]),
    );
    expect(members.get('idempotencyKey')).toBe('string | undefined');
    expect(members.get('body')).toBe('unknown');
    expect([...members.keys()]).not.toContain('constructor');
  });

  it('shows the types of request bodies that differ from their models, and links to models', () => {
    const $ = load(html('client/index.html'));
    expect($('section:has(#CustomerInput) pre').text()).toContain('email');
    expect($('section:has(#Client) a[href="../api/models.html#RefundRequest"]').length).toBeGreaterThan(0);
    expect($('pre').text()).not.toContain('components');
  });
});
