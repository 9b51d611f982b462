import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { missingBrowser, startBrowser } from '../lib/browser.js';
import { type Document, listOperations } from '../lib/description.js';
import { GUIDES } from './guides/guides.js';
import { createLinks } from './rendering/links.js';
import { createPageRenderer } from './rendering/site-page.js';
import {
  listAccessibilityErrors,
  measureOverflow,
  openPage,
  removeClosedParts,
  type WatchedPage,
} from './testing/browser.js';
import { getBuiltSite, type SiteOnDisk, writeBuiltSite } from './testing/built-site.js';
import { countFields, FIELD_IDS } from './testing/count-fields.js';

const file = new URL('../../generated/openapi.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8')) as Document;
const operations = listOperations(description);
const links = createLinks(operations);

const PHONE = 380;
/** The width that WCAG 2.2 names for reflow (1.4.10). */
const NARROWEST = 320;
/** What the color scheme and the width can break, in what is seen. */
const RULES_OF_STYLE = ['color-contrast', 'scrollable-region-focusable', 'target-size'];
const PAGES = [
  'index.html',
  'api/index.html',
  ...operations.map(({ operationId }) => links.operation(operationId)),
  'api/models.html',
  ...GUIDES.map((name) => `guides/${name}.html`),
  'client/index.html',
  'client/journal.html',
  'client/observe.html',
  'client/openapi-fetch.html',
  'client/raw-request.html',
  'client/undici.html',
  'client/operations.html',
  'client/sandbox.html',
  'provenance.html',
  'changelog.html',
  '404.html',
];

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 120_000;

let browser: Browser;
let site: SiteOnDisk;
/** A new tab takes longer than a page, so tests share one. Those that store something remove it. */
let tab: WatchedPage;

/** Shows a page of the site in the shared tab. */
async function show(path: string, width = 1280): Promise<Page> {
  const { page } = tab;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(site.url(path));
  return page;
}

const reason = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the site in an offline browser${reason}`, () => {
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), writeBuiltSite()]);
    tab = await openPage(browser, 'about:blank');
  }, TIMEOUT_MS);
  afterEach(() => {
    expect(tab.takeProblems()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await site.remove();
  });

  it('has only the pages that this file tests', async () => {
    const pages = [...(await getBuiltSite()).keys()].filter((path) => path.endsWith('.html'));
    expect(pages.sort()).toEqual([...PAGES].sort());
  });

  describe('the check of contrast', () => {
    const pale = 'style="color: #ddd"';
    it.each([
      ['an element', `<p>First</p><p ${pale}>Second</p>`],
      ['its part', `<p>First</p><p>Second <b ${pale}>part</b></p>`],
      ['what is around it', '<p>First</p><div style="background: #555"><p>Second</p></div>'],
      ['what appears later', `<p hidden ${pale}>First</p><p>Second</p><p ${pale}>Third</p>`],
    ])('finds the color of %s that looks different', async (_, html) => {
      await tab.page.goto('about:blank');
      await tab.page.setContent(`<main>${html.repeat(2)}</main>`);
      const errors = await listAccessibilityErrors(tab.page, { rules: ['color-contrast'] });
      expect(errors).toEqual([expect.stringContaining('insufficient color contrast')]);
    });
  });

  describe('the check of accessibility', () => {
    it('finds serious and critical errors, and leaves out minor and moderate ones', async () => {
      await tab.page.goto('about:blank');
      await tab.page.setContent(`<title></title>
        <h1></h1> <h5>Skipped levels</h5> <img src="data:,"> <iframe></iframe>
        <a href="#a"></a> <a href="#b" accesskey="a">1</a> <a href="#c" accesskey="a">2</a>
        <button></button> <input> <select></select> <button>Outer <a href="#d">inner</a></button>
        <ul><p>No item</p></ul> <li>No list</li> <details><summary></summary></details>
        <p tabindex="5" lang="xx-wrong">Text</p> <p role="wrong" aria-wrong="1">Text</p>
        <div role="checkbox"></div> <div aria-hidden="true"><button>Hidden</button></div>
        <p style="color: #ddd">Pale</p> <table><tr><th headers="none">Head</th></tr></table>
        <div style="height: 20px; overflow: auto"><p style="height: 900px">Long</p></div>`);
      const errors = await listAccessibilityErrors(tab.page);
      const rules = [
        ...['accesskeys', 'aria-hidden-focus', 'aria-required-attr', 'aria-roles', 'aria-toggle-field-name'],
        ...['aria-valid-attr', 'button-name', 'color-contrast', 'document-title', 'frame-title'],
        ...['html-has-lang', 'image-alt', 'label', 'link-name', 'list', 'listitem', 'nested-interactive'],
        ...['scrollable-region-focusable', 'select-name', 'summary-name', 'tabindex', 'td-headers-attr'],
        'valid-lang',
      ];
      expect([...new Set(errors.map((error) => error.split(':')[0]))].sort()).toEqual(rules);
    });
  });

  describe('each page', () => {
    it.each(PAGES)(
      'opens without network requests, errors or accessibility errors, also on a phone and in the dark: %s',
      { timeout: TIMEOUT_MS },
      async (path) => {
        const page = await show(path);
        expect(await listAccessibilityErrors(page)).toEqual([]);
        expect(await measureOverflow(page)).toBe(0);

        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: NARROWEST, height: 900 });
        expect(await measureOverflow(page)).toBe(0);
        await removeClosedParts(page);
        expect(await listAccessibilityErrors(page, { rules: RULES_OF_STYLE })).toEqual([]);
        expect(tab.takeProblems()).toEqual([]);
      },
    );
  });

  describe('each page of an operation, without JavaScript', () => {
    let opened: WatchedPage;
    beforeAll(async () => {
      opened = await openPage(browser, 'about:blank', { javaScript: false });
    });
    afterAll(() => opened.close());

    it.each(operations)(
      'has every field, shows all of them in print, and opens what is closed: $operationId',
      { timeout: TIMEOUT_MS },
      async (operation) => {
        const { page } = opened;
        await page.emulateMedia({ media: 'print' });
        await page.goto(site.url(links.operation(operation.operationId)));
        expect(await page.locator(FIELD_IDS).count()).toBe(countFields(description, operation));
        expect(await listHidden(page, FIELD_IDS)).toEqual([]);

        await page.emulateMedia({ media: 'screen' });
        const closed = page.locator('details:not([open])').last();
        const content = await closed.locator('> :last-child').elementHandle();
        expect(await content?.isVisible()).toBe(false);
        await (await closed.locator('> summary').elementHandle())?.click();
        expect(await content?.isVisible()).toBe(true);
        expect(opened.takeProblems()).toEqual([]);
      },
    );

    it('shows the samples of one language, and all of them in print', { timeout: TIMEOUT_MS }, async () => {
      const { page } = opened;
      await page.goto(site.url(links.operation('voidPayment')));
      const languages = () => page.locator('.sample:visible').evaluateAll(readLanguages);
      expect(await languages()).toEqual(['ts']);
      await page.getByLabel('openapi-fetch').check();
      expect(await languages()).toEqual(['openapi-fetch']);
      await page.emulateMedia({ media: 'print' });
      expect(await languages()).toEqual(['ts', 'openapi-fetch', 'curl', 'json']);
    });
  });

  describe('a page of an operation', () => {
    it('opens what is closed around the field that a link names', { timeout: TIMEOUT_MS }, async () => {
      const page = await show(`${links.operation('requestPayment')}#field-source.billing_address.zip`);
      expect(await listHidden(page, '[id="field-source.billing_address.zip"]')).toEqual([]);
    });

    it('shows the samples of one language, and keeps the choice for other pages', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const page = await show(links.operation('requestPayment'));
      onTestFinished(() => page.evaluate('localStorage.clear()'));
      const languages = () => page.locator('details[open] .sample:visible').evaluateAll(readLanguages);
      expect(await languages()).toEqual(['ts']);
      await page.locator('details[open]').getByLabel('curl').check();
      expect(await languages()).toEqual(['curl']);
      await page.locator('#example-verifyCard > summary').click();
      expect(await languages()).toEqual(['curl', 'curl']);
      await show(links.operation('voidPayment'));
      expect(await languages()).toEqual(['curl']);
    });

    it('has code of at least 14 px on a phone', { timeout: TIMEOUT_MS }, async () => {
      const page = await show(links.operation('refundPayment'), PHONE);
      const sizes = await page
        .locator('code, pre')
        .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    });
  });

  describe('the search', () => {
    let page: Page;
    beforeAll(async () => {
      page = await show('index.html');
    });

    const selected = () => page.innerText('#search-results [aria-selected="true"]');

    it.each(operations)(
      'finds $operationId by its ID and by its summary',
      async ({ operationId, summary }) => {
        for (const text of [operationId, summary]) {
          await page.fill('#search', text);
          expect(await selected()).toContain(summary);
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
        await page.fill('#search', String(text));
        expect(await page.innerText('#search-results')).toContain(found);
      }
    });

    it('shows the words in their text, suggests what a typo means, and helps when nothing is found', async () => {
      await page.fill('#search', 'refnud');
      await page.waitForSelector('.search .message button');
      expect(await page.innerText('.search .message')).toBe('Did you mean refund?');
      expect(await page.innerText('#search-results mark >> nth=0')).toBe('refund');
      await page.click('.search .message button');
      expect(await page.inputValue('#search')).toBe('refund');
      expect(await page.isVisible('.search .message')).toBe(false);
      await page.fill('#search', 'zzzz');
      expect(await page.innerText('.search .message')).toContain('Nothing found for “zzzz”');
      expect(await page.innerText('#search-results')).toContain('Quick start');
    });

    it('fits on a phone', { timeout: TIMEOUT_MS }, async () => {
      await show('guides/errors.html', PHONE);
      await page.fill('#search', 'refund');
      await page.waitForSelector('#search-results [role="option"]');
      const box = await page.locator('.search .popup').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? PHONE)).toBeLessThanOrEqual(PHONE);
      expect(await measureOverflow(page)).toBe(0);
      expect(await listAccessibilityErrors(page, { part: 'header' })).toEqual([]);
    });

    it('works with the keyboard alone', { timeout: TIMEOUT_MS }, async () => {
      await show('guides/errors.html');
      await page.keyboard.press('/');
      await page.keyboard.type('reverse');
      const first = await selected();
      await page.keyboard.press('ArrowDown');
      expect(await selected()).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await selected()).toBe(first);
      expect(await listAccessibilityErrors(page, { part: 'header' })).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#search-results')).toBe(false);
      await page.keyboard.press('/');
      await page.keyboard.type('reversePayment');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${links.operation('reversePayment')}`);
    });
  });

  describe('a site beside other versions', () => {
    const versioned = async (version: string) =>
      (
        await createPageRenderer({
          version,
          descriptionVersion: version,
          isVersioned: true,
          base: `http://docs.test/pay/v${version}/`,
        })
      )({ path: 'guides/new.html', title: 'New', description: 'New.', body: '<main id="content"></main>' });

    it('offers the other versions, and leads from an older one to the newest', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const files = await getBuiltSite();
      const pages = new Map([
        ['versions.json', '["v2.0", "v1.0", "javascript:alert(1)"]'],
        ['v1.0/guides/new.html', await versioned('1.0')],
        ['v2.0/guides/new.html', await versioned('2.0')],
      ]);
      const context = await browser.newContext({ viewport: { width: PHONE, height: 900 } });
      const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
      await context.route('http://docs.test/pay/**', (route) => {
        const { pathname } = new URL(route.request().url());
        const path = pathname.slice('/pay/'.length).replace(/\/$/, '/index.html');
        const body = pages.get(path) ?? files.get(path.replace(/^v[^/]*\//, ''));
        const contentType = types[path.split('.').at(-1) as keyof typeof types] ?? 'application/json';
        return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType });
      });
      const page = await context.newPage();
      await page.goto('http://docs.test/pay/v1.0/guides/new.html');
      await page.locator('.versions').waitFor();
      expect(await page.locator('.versions option').allInnerTexts()).toEqual(['v2.0', 'v1.0']);
      expect(await page.inputValue('.versions')).toBe('v1.0');
      expect(await page.innerText('.outdated')).toBe('This page is about v1.0. The newest version is v2.0.');
      expect(await measureOverflow(page)).toBe(0);
      expect(await listAccessibilityErrors(page, { part: 'header' })).toEqual([]);

      await page.click('.outdated a');
      await page.locator('.versions').waitFor();
      expect(page.url()).toBe('http://docs.test/pay/v2.0/guides/new.html');
      expect(await page.locator('.outdated').count()).toBe(0);

      pages.delete('v1.0/guides/new.html');
      await page.selectOption('.versions', 'v1.0');
      await page.waitForURL('http://docs.test/pay/v1.0/');
      await context.close();
    });

    it('reads no list of versions from disk', { timeout: TIMEOUT_MS }, async () => {
      const path = 'guides/versioned.html';
      await writeFile(new URL(site.url(path)), await versioned('1.0'));
      const page = await show(path);
      expect(await page.locator('header .version').innerText()).toBe('1.0');
      expect(tab.takeProblems()).toEqual([]);
    });
  });

  describe('a guide', () => {
    it('shows outcomes on a phone, and opens its list of sections', { timeout: TIMEOUT_MS }, async () => {
      const page = await show('guides/errors.html', PHONE);
      const column = await page.locator('th', { hasText: 'outcome' }).first().boundingBox();
      expect((column?.x ?? PHONE) + (column?.width ?? PHONE)).toBeLessThanOrEqual(PHONE);
      const section = page.locator('.contents a').first();
      expect(await section.isVisible()).toBe(false);
      await page.click('.contents summary');
      await section.click();
      expect(new URL(page.url()).hash).toBe('#kinds-of-errors');
    });

    it('marks the section that is read, and keeps the theme that is chosen', {
      timeout: TIMEOUT_MS,
    }, async () => {
      const page = await show('guides/errors.html#read-an-error');
      onTestFinished(() => page.evaluate('localStorage.clear()'));
      const current = page.locator('.contents [aria-current]');
      // The first section is marked until the page has scrolled.
      await current.filter({ hasText: 'Read an error' }).waitFor();
      expect(await current.allInnerTexts()).toEqual(['Read an error']);
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await background();
      await page.selectOption('#theme', 'dark');
      expect(await background()).not.toBe(light);
      await page.reload();
      expect(await background()).not.toBe(light);
      expect(await page.inputValue('#theme')).toBe('dark');
    });
  });
});

function readLanguages(samples: readonly Element[]): (string | null)[] {
  return samples.map((sample) => sample.getAttribute('data-language'));
}

/** Lists the ids of the elements that take no space on the page. */
function listHidden(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) =>
      all.filter((one) => !one.checkVisibility() || one.clientHeight === 0).map((one) => one.id),
    );
}
