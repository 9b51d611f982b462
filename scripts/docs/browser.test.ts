import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startBrowser } from '../lib/browser.js';
import { type Document, listOperations } from '../lib/description.js';
import { GUIDES } from './guides.js';
import { createLinks } from './links.js';
import { openPage, overflow, violations, type WatchedPage } from './testing/browser.js';
import { builtSite, type SiteOnDisk, siteOnDisk } from './testing/site.js';

const description = new URL('../../generated/openapi.json', import.meta.url);
const operations = listOperations(JSON.parse(readFileSync(description, 'utf8')) as Document);
const links = createLinks(operations);

const PHONE = 380;
/** Each with the other width: what it takes to be read does not depend on both at once. */
const READERS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: PHONE },
] as const;
const REFERENCE = 'api/index.html';
const PAGES = [
  'index.html',
  ...GUIDES.map((name) => `guides/${name}.html`),
  'client/index.html',
  'client/models.html',
  'client/sandbox.html',
  'provenance.html',
];

/** Browsers take their time on a busy machine. */
const PATIENCE = 120_000;

let browser: Browser;
let site: SiteOnDisk;

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the site in a browser without a network${reason}`, () => {
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), siteOnDisk()]);
  }, PATIENCE);
  afterAll(async () => {
    await browser.close();
    await site.remove();
  });

  it('has no page but those that are looked at here', async () => {
    const pages = [...(await builtSite()).keys()].filter((path) => path.endsWith('.html'));
    expect(pages.sort()).toEqual([...PAGES, REFERENCE].sort());
  });

  describe.each(READERS)('in the $scheme, $width pixels wide,', (reader) => {
    it.each(PAGES)(
      '%s loads nothing from elsewhere, has no error and can be read by everybody',
      { timeout: PATIENCE },
      async (path) => {
        const { page, wrongs, close } = await openPage(browser, site.url(path), reader);
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(wrongs).toEqual([]);
        await close();
      },
    );

    describe('in the reference', () => {
      let reference: WatchedPage;
      beforeAll(async () => {
        reference = await openPage(browser, site.url(REFERENCE), reader);
        await reference.page.waitForSelector('#redoc h1');
      }, PATIENCE);
      afterAll(() => reference.close());

      it('the overview can be read by everybody, and leads to what is there', {
        timeout: PATIENCE,
      }, async () => {
        const { page } = reference;
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
        expect(await deadLinks(page, '#redoc')).toEqual([]);
      });

      it.each(operations)(
        '$operationId is there, can be read by everybody, and its links lead somewhere',
        { timeout: PATIENCE },
        async ({ operationId, summary }) => {
          const { page } = reference;
          const section = await goTo(page, operationId);
          expect(await page.innerText(`${section} h2`)).toContain(summary);
          expect(await violations(page, section)).toEqual([]);
          expect(await overflow(page)).toBe(0);
          expect(await deadLinks(page, section)).toEqual([]);
        },
      );

      it('nothing is loaded from elsewhere, and there is no error', () => {
        expect(reference.wrongs).toEqual([]);
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
      'finds $operationId by its name and by its title',
      async ({ operationId, summary }) => {
        for (const text of [operationId, summary]) {
          await home.page.fill('#search', text);
          expect(await selected(home.page)).toContain(summary);
        }
      },
    );

    it('finds guides, exports and what is inferred, slips of the finger included', async () => {
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

    it('is used by keyboard alone', { timeout: PATIENCE }, async () => {
      const { page, wrongs, close } = await openPage(browser, site.url('guides/errors.html'));
      await page.keyboard.press('/');
      await page.keyboard.type('reverse');
      const first = await selected(page);
      await page.keyboard.press('ArrowDown');
      expect(await selected(page)).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await selected(page)).toBe(first);
      expect(await violations(page, 'header')).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#search-results')).toBe(false);
      await page.keyboard.press('/');
      await page.keyboard.type('reversePayment');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${links.operation('reversePayment')}`);
      expect(wrongs).toEqual([]);
      await close();
    });

    it('is the only one in the reference, and leads to its parts', { timeout: PATIENCE }, async () => {
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

/** Goes to an operation, and gives the selector of its section. */
async function goTo(page: Page, operationId: string): Promise<string> {
  const route = routeOf(operationId);
  await page.evaluate(`location.hash = '#${route}'`);
  const section = `[data-section-id="${route}"]`;
  await page.waitForSelector(`${section} .panel-request-samples pre`);
  return section;
}

/** The links of a section to routes and anchors of the page that are not there. */
function deadLinks(page: Page, section: string): Promise<string[]> {
  return page.evaluate(
    ({ selector, routes }) => {
      const values = (all: string, name: string) =>
        [...document.querySelectorAll(all)].map((one) => String(one.getAttribute(name)));
      // An operation is drawn when it comes into sight; each is visited by a test of its own.
      const known = [...values('[data-section-id]', 'data-section-id'), ...routes];
      return values(`${selector} a[href]`, 'href').filter((href) => {
        if (href.startsWith('https:')) return false;
        const [, route = '', anchor] = /^#([^#]*)(?:#(.*))?$/.exec(href) ?? [];
        const there = anchor === undefined || document.getElementById(decodeURIComponent(anchor));
        return !known.includes(route) || !there;
      });
    },
    { selector: section, routes: operations.map(({ operationId }) => routeOf(operationId)) },
  );
}

function routeOf(operationId: string): string {
  return links.operation(operationId).split('#')[1] ?? '';
}
