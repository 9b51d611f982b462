import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startBrowser } from '../lib/browser.js';
import { type Document, listOperations } from '../lib/description.js';
import { GUIDES } from './guides/guides.js';
import { createLinks } from './rendering/links.js';
import { listAccessibilityErrors, measureOverflow, openPage, type WatchedPage } from './testing/browser.js';
import { getBuiltSite, type SiteOnDisk, writeBuiltSite } from './testing/built-site.js';

const description = new URL('../../generated/openapi.json', import.meta.url);
const operations = listOperations(JSON.parse(readFileSync(description, 'utf8')) as Document);
const links = createLinks(operations);

const PHONE = 380;
/** Two of four combinations suffice, because no style depends on both color scheme and width. */
const VIEWPORTS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: PHONE },
] as const;
const REFERENCE = 'api/index.html';
const PAGES = [
  'index.html',
  ...GUIDES.map((name) => `guides/${name}.html`),
  'client/index.html',
  'client/models.html',
  'client/journal.html',
  'client/observe.html',
  'client/sandbox.html',
  'provenance.html',
];

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 120_000;

let browser: Browser;
let site: SiteOnDisk;

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the site in an offline browser${reason}`, () => {
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), writeBuiltSite()]);
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser.close();
    await site.remove();
  });

  it('has only the pages that this file tests', async () => {
    const pages = [...(await getBuiltSite()).keys()].filter((path) => path.endsWith('.html'));
    expect(pages.sort()).toEqual([...PAGES, REFERENCE].sort());
  });

  describe.each(VIEWPORTS)('with the $scheme color scheme and a width of $width px', (viewport) => {
    it.each(PAGES)(
      'opens %s without network requests, errors or accessibility errors',
      { timeout: TIMEOUT_MS },
      async (path) => {
        const { page, problems, close } = await openPage(browser, site.url(path), viewport);
        expect(await listAccessibilityErrors(page)).toEqual([]);
        expect(await measureOverflow(page)).toBe(0);
        expect(problems).toEqual([]);
        await close();
      },
    );

    describe('the API reference', () => {
      let reference: WatchedPage;
      beforeAll(async () => {
        reference = await openPage(browser, site.url(REFERENCE), viewport);
        await reference.page.waitForSelector('#redoc h1');
      }, TIMEOUT_MS);
      afterAll(() => reference.close());

      it('has an accessible overview without dead links', {
        timeout: TIMEOUT_MS,
      }, async () => {
        const { page } = reference;
        expect(await listAccessibilityErrors(page)).toEqual([]);
        expect(await measureOverflow(page)).toBe(0);
        expect(await listDeadLinks(page, '#redoc')).toEqual([]);
      });

      it.each(operations)(
        'has an accessible section without dead links for $operationId',
        { timeout: TIMEOUT_MS },
        async ({ operationId, summary }) => {
          const { page } = reference;
          const section = await goTo(page, operationId);
          expect(await page.innerText(`${section} h2`)).toContain(summary);
          expect(await listAccessibilityErrors(page, section)).toEqual([]);
          expect(await measureOverflow(page)).toBe(0);
          expect(await listDeadLinks(page, section)).toEqual([]);
        },
      );

      it('causes no network requests and no errors', () => {
        expect(reference.problems).toEqual([]);
      });
    });
  });

  describe('the search', () => {
    let home: WatchedPage;
    beforeAll(async () => {
      home = await openPage(browser, site.url('index.html'));
    });
    afterAll(() => home.close());

    const selected = (page: Page) => page.innerText('#search-results [aria-selected="true"]');

    it.each(operations)(
      'finds $operationId by its ID and by its summary',
      async ({ operationId, summary }) => {
        for (const text of [operationId, summary]) {
          await home.page.fill('#search', text);
          expect(await selected(home.page)).toContain(summary);
        }
      },
    );

    it('finds guides, exports and the provenance page, and tolerates typos', async () => {
      for (const [text, found] of [
        ['unknown outcome', 'Did it happen?'],
        ['createClient', 'createClient'],
        ['x-inferred', 'Provenance'],
        ['idempotensy', 'Did it happen?'],
      ]) {
        await home.page.fill('#search', String(text));
        expect(await home.page.innerText('#search-results')).toContain(found);
      }
    });

    it('works with the keyboard alone', { timeout: TIMEOUT_MS }, async () => {
      const { page, problems, close } = await openPage(browser, site.url('guides/errors.html'));
      await page.keyboard.press('/');
      await page.keyboard.type('reverse');
      const first = await selected(page);
      await page.keyboard.press('ArrowDown');
      expect(await selected(page)).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await selected(page)).toBe(first);
      expect(await listAccessibilityErrors(page, 'header')).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#search-results')).toBe(false);
      await page.keyboard.press('/');
      await page.keyboard.type('reversePayment');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${links.operation('reversePayment')}`);
      expect(problems).toEqual([]);
      await close();
    });

    it('replaces the search of Redocly in the reference and opens its sections', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const { page, close } = await openPage(browser, site.url(REFERENCE));
      await page.waitForSelector('#redoc h1');
      expect(await page.isVisible('[data-testid="search-trigger"]')).toBe(false);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('voidPayment');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-section-id="/payment-actions/voidpayment"] h2');
      await close();
    });
  });
});

/** Navigates to an operation and returns the selector of its section. */
async function goTo(page: Page, operationId: string): Promise<string> {
  const route = getRoute(operationId);
  await page.evaluate(`location.hash = '#${route}'`);
  const section = `[data-section-id="${route}"]`;
  await page.waitForSelector(`${section} .panel-request-samples pre`);
  return section;
}

/** Lists the links of a section to routes and anchors that do not exist. */
function listDeadLinks(page: Page, section: string): Promise<string[]> {
  return page.evaluate(
    ({ selector, routes }) => {
      const values = (all: string, name: string) =>
        [...document.querySelectorAll(all)].map((one) => String(one.getAttribute(name)));
      // Redocly renders an operation when it becomes visible, so other operations are known by their routes.
      const known = [...values('[data-section-id]', 'data-section-id'), ...routes];
      return values(`${selector} a[href]`, 'href').filter((href) => {
        if (href.startsWith('https:')) return false;
        const [, route = '', anchor] = /^#([^#]*)(?:#(.*))?$/.exec(href) ?? [];
        const exists = anchor === undefined || document.getElementById(decodeURIComponent(anchor));
        return !known.includes(route) || !exists;
      });
    },
    { selector: section, routes: operations.map(({ operationId }) => getRoute(operationId)) },
  );
}

function getRoute(operationId: string): string {
  return links.operation(operationId).split('#')[1] ?? '';
}
