import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../../lib/description.js';
import { ENTRY_POINTS, renderClientReference } from './client-reference.js';
import { readDocstring } from './docstring.js';
import { readExports } from './exports.js';
import { listMembers } from './members.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const pages = renderClientReference(document, (code) => `<pre>${code}</pre>`);
const html = (path: string) => pages.find((page) => page.path === path)?.body ?? '';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly exports: Readonly<Record<string, string | { readonly default: { readonly types?: string } }>>;
};

describe('ENTRY_POINTS', () => {
  it('has every entry point of `lddpay` that has types, with its source', () => {
    const typed = Object.entries(manifest.exports).flatMap(([path, target]) => {
      const types = typeof target === 'string' ? undefined : target.default.types;
      return types ? [[`lddpay${path.slice(1)}`, types.slice('./dist/'.length).replace('.d.ts', '.ts')]] : [];
    });
    const root = new URL('../../../', import.meta.url).href;
    const listed = ENTRY_POINTS.map(({ name, source }) => [name, source.href.slice(root.length)]);
    expect(listed.sort()).toEqual([...typed, ['lddpay-sandbox', 'sandbox/src/index.ts']].sort());
  });
});

describe.each(ENTRY_POINTS)('every export of $name', async ({ name: entry, source, path }) => {
  const module = (await import(entry)) as object;
  const exported = readExports(source);

  it('is documented', () => {
    const undocumented = exported.filter(({ declarations }) =>
      declarations.every((declaration) => readDocstring(declaration).summary === ''),
    );
    expect(undocumented.map((one) => one.name)).toEqual([]);
  });

  it('is on its page, or a model of the API reference', () => {
    const headings = load(html(path))('h3[id]').toArray();
    const anchors = [
      ...headings.map(({ attribs }) => attribs['id']),
      ...Object.keys(document.components.schemas),
    ];
    expect(exported.length).toBeGreaterThan(Object.keys(module).length);
    expect(exported.map(({ name }) => name).filter((name) => !anchors.includes(name))).toEqual([]);
  });

  it('is found if it can be imported', () => {
    expect(exported.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(module)));
  });
});

describe('the client reference', () => {
  it('shows a long table by its keys alone', () => {
    const code = load(html('client/operations.html'))('section:has(#operations) pre').text();
    expect(code).toContain('voidPayment: { … },');
    expect(code).toContain('} as const satisfies Record');
    expect(code).not.toContain('tokenEndpoint');
  });

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
    expect(signatures.get('getToken')).toBe('(options?: TokenCallOptions): ApiPromise<TokenResponse>');
    expect(methods).toHaveLength(signatures.size);
    expect(signatures.get('refundPayment')).toBe(
      '(id: string, body: RefundRequest, options?: CallOptions): ApiPromise<AcceptedAction>',
    );
    expect(signatures.get('getPaymentsList')).toBe(
      '(query: { reference: string; limit?: number; skip?: number }, options?: CallOptions): PagePromise<PaymentsPage, ItemOf<PaymentsPage>>',
    );
  });

  it('shows only the public members of a class', () => {
    const [error] = readExports(new URL('../../../src/index.ts', import.meta.url)).filter(
      ({ name }) => name === 'LddPayError',
    );
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
