import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type CheerioAPI, load } from 'cheerio';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../lib/description.js';
import { buildSite } from './build-site.js';
import { createLinks } from './rendering/links.js';
import { renderMarkdown, replaceLinks } from './rendering/markdown.js';
import { createSearch, type FindEntries } from './search/page/find-entries.js';
import type { IndexedEntry } from './search/page/indexed-entry.js';
import { runSearchIndex } from './search/testing/run-search-index.js';
import { getBuiltSite } from './testing/built-site.js';

const description = new URL('../../generated/openapi.json', import.meta.url);
const document = JSON.parse(readFileSync(description, 'utf8')) as Document;
const operations = listOperations(document);
const links = createLinks(operations);
const routes = operations.map(({ operationId }) => links.operation(operationId));

/** A build takes seconds on a busy machine. */
const TIMEOUT_MS = 120_000;

let site: ReadonlyMap<string, string>;
/** The pages, parsed. */
let pages: readonly (readonly [string, CheerioAPI])[];
let anchors: ReadonlySet<string>;
beforeAll(async () => {
  site = await getBuiltSite();
  pages = [...site].filter(([path]) => path.endsWith('.html')).map(([path, html]) => [path, load(html)]);
  const parts = pages.flatMap(([path, $]) => listIds($).map((id) => `${path}#${id}`));
  anchors = new Set([...site.keys(), ...parts]);
}, TIMEOUT_MS);

function listIds($: CheerioAPI): (string | undefined)[] {
  return $('[id]')
    .toArray()
    .map(({ attribs }) => attribs['id']);
}

describe('the site', () => {
  it('has no dead links', () => {
    const dead = pages.flatMap(([path, $]) => {
      const targets = $('[href], [src]').toArray();
      return targets
        .map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? '')
        .filter((target) => !/^(https|data):/.test(target) && !anchors.has(resolvePath(path, target)))
        .map((target) => `${path}: ${target}`);
    });
    expect(pages.length).toBeGreaterThan(10);
    expect(dead).toEqual([]);
  });

  it('has a search index without dead links', () => {
    const found = readSearchIndex();
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ href }) => !anchors.has(href))).toEqual([]);
  });

  it('has a copy in Markdown of each page, without dead links', () => {
    const copies = [...site].filter(([path]) => path.endsWith('.md'));
    const paths = [...site.keys()].filter((path) => path.endsWith('.html') && path !== '404.html');
    expect(copies.map(([path]) => path).sort()).toEqual(
      paths.map((path) => path.replace('.html', '.md')).sort(),
    );
    const dead = copies.flatMap(([path, markdown]) =>
      listLinks(markdown)
        .filter((href) => !site.has(resolvePath(path, href.replace(/#.*/, ''))))
        .map((href) => `${path}: ${href}`),
    );
    expect(dead).toEqual([]);
    expect(site.get('api/refundPayment.md')).toContain('`refund_amount`');
    const parts = new Set(copies.flatMap(([path, markdown]) => listParts(path, markdown)));
    const targets = copies.flatMap(([path, markdown]) =>
      listLinks(markdown).map((href) => resolvePath(path, href)),
    );
    const fragments = targets.filter((target) => target.includes('#'));
    expect(fragments.length).toBeGreaterThan(1000);
    expect(fragments.filter((target) => !parts.has(target))).toEqual([]);
  });

  it('tells agents what to know first, and where each page is', () => {
    const llms = site.get('llms.txt') ?? '';
    expect(llms).toMatch(/^# LDDPay\n\n> /);
    for (const rule of ['idempotency key', 'unit of `refund_amount`', 'Never invent a host'])
      expect(llms).toContain(rule);
    const links = listLinks(llms);
    expect(links.filter((href) => !site.has(href))).toEqual([]);
    const copies = [...site.keys()].filter((path) => path.endsWith('.md'));
    expect(copies.filter((path) => !links.includes(path))).toEqual([]);
  });

  it('names no URL of its own unless it gets one', () => {
    expect(site.has('sitemap.xml')).toBe(false);
    expect([...site].filter(([, html]) => html.includes('rel="canonical"'))).toEqual([]);
  });

  it('has no id twice on a page', () => {
    for (const [, $] of pages) {
      const ids = listIds($);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('has pages of operations below 100 KB, compressed and with everything that they load', () => {
    for (const route of routes) {
      const html = site.get(route) ?? '';
      const $ = load(html);
      const targets = $('link[rel="stylesheet"], script[src]').toArray();
      const loaded = targets.map(({ attribs }) => attribs['href'] ?? attribs['src'] ?? '');
      const contents = [html, ...loaded.map((target) => site.get(resolvePath(route, target)) ?? '')];
      expect(loaded.length).toBeGreaterThan(2);
      expect(contents).not.toContain('');
      const size = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
      expect(size, route).toBeLessThan(100_000);
    }
  });

  it('keeps the links to operations that the reference had as a single page', () => {
    expect(anchors).toContain('api/index.html#/payment-actions/voidpayment');
  });

  it('links to all operations on its start page', () => {
    const html = site.get('index.html') ?? '';
    for (const route of routes) expect(html).toContain(`href="${route}"`);
  });

  it('is the same when it is built twice', { timeout: TIMEOUT_MS }, async () => {
    const again = await buildSite(() => {});
    const different = [...again].filter(([path, content]) => site.get(path) !== content);
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it('says on every page that it is unofficial and when the documentation was read', () => {
    for (const [path, html] of site) {
      if (!path.endsWith('.html')) continue;
      expect(html).toContain('An unofficial project.');
      expect(html).toContain('as of 8 June 2025');
    }
  });
});

describe('the search of the site', () => {
  let find: FindEntries;
  beforeAll(() => {
    find = createSearch(readSearchIndex());
  });

  it.each([
    ['did the payment go through', 'guides/idempotency.html'],
    ['charged twice', 'guides/idempotency.html'],
    ['rate limit', 'guides/errors.html#wait-for-a-rate-limit'],
    ['proxy', 'guides/proxies.html'],
    ['opentelemetry', 'guides/tracing.html'],
    ['idempotensy', 'guides/idempotency.html'],
    ['refnud', 'api/refundPayment.html'],
    ['decline', 'guides/quick-start.html#handle-a-decline'],
    ['How do I refund a payment?', 'api/refundPayment.html'],
    ['capture_type', 'api/capturePayment.html#field-capture_type'],
    ['maxRetries', 'client/index.html#CallOptions.maxRetries'],
    ['currency_invalid', 'api/requestPayment.html#response-422'],
    ['429', 'guides/errors.html#wait-for-a-rate-limit'],
    ['card_expiry_month_invalid', 'api/requestPayment.html#field-source.expiry_month'],
    ['paging_skip_invalid', 'api/getPaymentsList.html#parameter-skip'],
    ['Partially Captured', 'api/models.html#PaymentStatus'],
    ['Retry Scheduled', 'api/models.html#PaymentStatus'],
    ['Returned', 'api/models.html#Payout.status'],
    ['MOTO', 'api/requestPayment.html#field-payment_type'],
    ['NonFinal', 'api/capturePayment.html#field-capture_type'],
    ['dpan', 'api/models.html#PanType'],
    ['proxy ssl error', 'guides/proxies.html'],
    ['notification url', 'guides/quick-start.html#wait-until-a-request-is-carried-out'],
    ['webhook signature', 'guides/quick-start.html#wait-until-a-request-is-carried-out'],
    ['zero amount', 'api/requestPayment.html#field-amount'],
    ['idempotency key max length', 'guides/idempotency.html#choose-an-idempotency-key'],
    ['idempotency key length', 'guides/idempotency.html#choose-an-idempotency-key'],
    ['unable to get local issuer certificate', 'guides/proxies.html#trust-a-corporate-certificate'],
    ['self signed certificate', 'guides/proxies.html#trust-a-corporate-certificate'],
    ['apple pay', 'guides/certainty.html#what-the-page-does-not-state'],
    ['unhandled rejection', 'guides/errors.html'],
    ['ECONNRESET', 'guides/errors.html'],
    ['socket hang up', 'guides/errors.html'],
    ['502 bad gateway', 'guides/errors.html'],
    ['503', 'guides/errors.html'],
    ['AbortController', 'guides/errors.html#limit-the-time-of-a-call'],
    ['php', 'guides/other-languages.html'],
    ['java', 'guides/other-languages.html'],
    ['python client', 'guides/other-languages.html'],
    ['dispute', 'guides/certainty.html#what-the-page-does-not-state'],
    ['timezone', 'api/requestPayment.html#field-capture_on'],
    ['partial refund', 'api/refundPayment.html'],
    ['capture partial amount', 'api/capturePayment.html'],
    ['cancel payment', 'guides/signing.html#reverse-a-payment'],
    ['list all payments', 'api/getPaymentsList.html'],
    ['search payments', 'api/searchPayments.html'],
    ['access token expired', 'guides/tokens.html'],
    ['ERR_REQUIRE_ESM', 'guides/your-project.html'],
    ['how to retry', 'guides/idempotency.html#know-what-the-client-retries'],
    ['test card', 'guides/triggers.html'],
    ['mock server', 'guides/testing.html'],
    ['payment status', 'api/models.html#Payment.status'],
    ['waitForPayment', 'client/index.html#Client.waitForPayment'],
  ])('finds for "%s" %s first', (query, href) => {
    expect(find(query).results[0]?.entry.href).toBe(href);
  });

  it('has a place for every error code of the sandbox', () => {
    const codes = listSandboxCodes();
    expect(codes.length).toBeGreaterThan(30);
    const isFound = (code: string) => {
      const { name = '', phrases = [], values = [] } = find(code).results[0]?.entry ?? {};
      return [name, ...phrases, ...values].includes(code);
    };
    expect(codes.filter((code) => !isFound(code))).toEqual([]);
  });

  it('has a place for every value of an enum', () => {
    const values = listEnums(document).filter((value) => !['true', 'false'].includes(value));
    expect(values).toContain('Partially Captured');
    const isFound = (value: string) => {
      const { name, phrases = [], values = [] } = find(value).results[0]?.entry ?? {};
      return [name ?? '', ...phrases, ...values].some((one) => one.toLowerCase() === value.toLowerCase());
    };
    expect(values.filter((value) => !isFound(value))).toEqual([]);
  });

  it('says that there are no webhooks', () => {
    const [first] = find('webhooks').results;
    expect(first?.entry.href).toBe('guides/quick-start.html#wait-until-a-request-is-carried-out');
    expect(first?.snippet.map(({ text }) => text).join('')).toContain('no webhooks');
  });

  it('suggests the word that a typo means', () => {
    expect(find('refnud').suggestion).toBe('refund');
    expect(find('idempotensy').suggestion).toBe('idempotency');
    expect(find('tokne').suggestion).toBe('token');
    expect(find('refund').suggestion).toBeUndefined();
  });

  it.each([
    'proxy ssl error',
    'notification url',
    'idempotency key max length',
    'unable to get local issuer certificate',
    'apple pay',
    'unhandled rejection',
    'google wallet',
    'simple local example',
  ])('suggests nothing for "%s"', (query) => {
    expect(find(query).suggestion).toBeUndefined();
  });

  it('takes less than 99 KB, compressed, when it is opened', () => {
    const scripts = ['assets/search.js', 'assets/search-index.js'].map((path) => site.get(path) ?? '');
    expect(scripts).not.toContain('');
    expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(99_000);
  });
});

/** Lists the error codes that the sources of the sandbox name. */
function listSandboxCodes(): string[] {
  const root = new URL('../../sandbox/src/', import.meta.url);
  const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  );
  const sources = modules.map((path) => readFileSync(new URL(path, root), 'utf8')).join('\n');
  const raised = sources.matchAll(/(?:invalidRequest\(|codes\.push\(|ApiError\(\d+, \[)([^)\]]*)/g);
  const literals = [...raised].flatMap(([, list = '']) => [...list.matchAll(/'(\w+)'/g)]);
  return [...new Set(literals.map(([, code = '']) => code))];
}

/** Lists the values of all enums in a part of the description. */
function listEnums(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { enum: values } = part as { readonly enum?: unknown };
  const own = Array.isArray(values) ? values.map(String) : [];
  return [...new Set([...own, ...Object.values(part).flatMap(listEnums)])];
}

/** Lists the link targets in a Markdown document: its anchors, and its headings as GitHub names them. */
function listParts(path: string, markdown: string): string[] {
  const { headings } = renderMarkdown(
    markdown,
    () => '',
    (href) => href,
  );
  const anchors = [...markdown.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id);
  return [...headings.map(({ id }) => id), ...anchors].map((id) => `${path}#${id}`);
}

/** Lists the links of a Markdown document to other documents of the site. */
function listLinks(markdown: string): string[] {
  const links: string[] = [];
  replaceLinks(markdown, (href) => {
    if (!/^(https?:|#)/.test(href)) links.push(href);
    return href;
  });
  return links;
}

function readSearchIndex(): IndexedEntry[] {
  return runSearchIndex(site.get('assets/search-index.js') ?? '');
}

/** Resolves a link of a page to a path from the root of the site. */
function resolvePath(path: string, target: string): string {
  const { pathname, hash } = new URL(target, `file:///${path}`);
  return decodeURIComponent(pathname.slice(1) + hash);
}
