import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startBrowser } from '../../lib/browser.js';
import { type Document, listOperations } from '../../lib/description.js';
import { GUIDES, readGuide } from '../guides/guides.js';
import { createLinks } from '../rendering/links.js';
import { listCodeBlocks } from '../rendering/markdown.js';
import { listAccessibilityErrors, measureOverflow, openPage, type WatchedPage } from '../testing/browser.js';
import { getBuiltSite, type SiteOnDisk, writeBuiltSite } from '../testing/built-site.js';
import { missingFirefox, startFirefox } from '../testing/firefox.js';
import { findMissingNeed } from './modules.js';

const description = new URL('../../../generated/openapi.json', import.meta.url);
const operations = listOperations(JSON.parse(readFileSync(description, 'utf8')) as Document);
const links = createLinks(operations);

/** Browsers are slow on a busy machine. */
const TIMEOUT_MS = 240_000;

/** An example that was run, and the output that the page documents. */
interface ExampleResult {
  readonly status: string;
  readonly printed: string;
  readonly documented: string;
  /** The status of its last request. */
  readonly lastRequest?: string;
}

/** Runs the examples of a page one after the other. */
const RUN_EXAMPLES = `(async () => {
  const results = [];
  for (const figure of document.querySelectorAll('figure[data-program]')) {
    const next = figure.nextElementSibling;
    const output = next?.matches('figure.output') ? next : undefined;
    const panel = () => (output ? output.nextElementSibling : figure.querySelector('.run-panel'));
    const read = (selector) => panel()?.querySelector(selector)?.textContent;
    figure.querySelector('[data-action="run"]').click();
    while (!/^(Finished|Ended)/.test(read('.run-status'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const documented = output ? output.querySelector('code').textContent + '\\n' : '';
    const lastRequest = [...panel().querySelectorAll('.run-request .tag')].at(-1)?.textContent;
    results.push({ status: read('.run-status'), printed: read('.run-output'), documented, lastRequest });
  }
  return results;
})()`;

const PAGES = GUIDES.map((name) => `guides/${name}.html`);

/** Expects that each example of a guide that can run was run, with the documented output. */
async function expectDocumentedOutput(name: string, results: readonly ExampleResult[]): Promise<void> {
  const blocks = listCodeBlocks(await readGuide(name), 'ts').filter((code) => !findMissingNeed(code));
  expect(results.length).toBe(blocks.length);
  expect(results.map(({ printed }) => printed)).toEqual(results.map(({ documented }) => documented));
  for (const { status, documented } of results) {
    expect(status).toBe(documented ? 'Finished. This is the documented output.' : 'Finished.');
  }
}

let site: SiteOnDisk;
beforeAll(async () => {
  site = await writeBuiltSite();
}, TIMEOUT_MS);
afterAll(() => site.remove());

it('the runner has less than 112 KiB after gzip', async () => {
  const runner = (await getBuiltSite()).get('assets/runner.js') ?? '';
  expect(gzipSync(runner).length).toBeLessThan(114_688);
});

it('pages say of the code that needs a server, a store or another file that it cannot run, and of no other', async () => {
  const files = await getBuiltSite();
  const notes = PAGES.flatMap((path) =>
    [...(files.get(path) ?? '').matchAll(/class="run-note">(.*?)</g)].map(([, note]) => `${path}: ${note}`),
  );
  expect(notes).toEqual([
    'guides/your-project.html: Cannot run in a page: it needs a test runner.',
    'guides/your-project.html: Cannot run in a page: it needs a test runner.',
    'guides/your-project.html: Cannot run in a page: it needs a server of NestJS.',
    'guides/your-project.html: Cannot run in a page: it needs a server of Next.js.',
    'guides/your-project.html: Cannot run in a page: it needs a server of Next.js.',
    'guides/your-project.html: Cannot run in a page: it needs a server of Next.js.',
    'guides/your-project.html: Cannot run in a page: it needs another file of its project.',
    'guides/your-project.html: Cannot run in a page: it needs another file of its project.',
    'guides/journal-stores.html: Cannot run in a page: it needs a file system.',
    'guides/journal-stores.html: Cannot run in a page: it needs Redis.',
    'guides/journal-stores.html: Cannot run in a page: it needs Redis.',
    'guides/journal-stores.html: Cannot run in a page: it needs PostgreSQL.',
    'guides/journal-stores.html: Cannot run in a page: it needs PostgreSQL.',
    'guides/queues.html: Cannot run in a page: it needs Temporal.',
    'guides/tracing.html: Cannot run in a page: it needs OpenTelemetry.',
    'guides/tracing.html: Cannot run in a page: it needs OpenTelemetry.',
    'guides/proxies.html: Cannot run in a page: it needs connections of Node.js.',
    'guides/proxies.html: Cannot run in a page: it needs connections of Node.js.',
    'guides/proxies.html: Cannot run in a page: it needs a file system.',
    'guides/openapi-fetch.html: Cannot run in a page: it needs another file of its project.',
    'guides/speed.html: Cannot run in a page: it needs connections of Node.js.',
  ]);
});

const skippedChromium = missingBrowser ? ` (skipped: ${missingBrowser})` : '';
describe.skipIf(missingBrowser)(`the examples in an offline Chromium${skippedChromium}`, () => {
  let browser: Browser;
  // A new tab takes longer than a page.
  let opened: WatchedPage;
  beforeAll(async () => {
    browser = await startBrowser();
    opened = await openPage(browser, 'about:blank');
  }, TIMEOUT_MS);
  afterAll(() => browser.close());

  describe('that is not edited', () => {
    async function runExamples(path: string): Promise<ExampleResult[]> {
      const { page } = opened;
      await page.goto(site.url(path));
      const results = (await page.evaluate(RUN_EXAMPLES)) as ExampleResult[];
      expect(opened.takeProblems()).toEqual([]);
      return results;
    }

    it.each(GUIDES)('prints the documented output in %s', { timeout: TIMEOUT_MS }, async (name) => {
      await expectDocumentedOutput(name, await runExamples(`guides/${name}.html`));
    });

    it.each(operations)(
      'succeeds on the page of $operationId',
      { timeout: TIMEOUT_MS },
      async ({ operationId }) => {
        const results = await runExamples(links.operation(operationId));
        expect(results.length).toBeGreaterThan(0);
        for (const { status, printed, lastRequest } of results) {
          const comparison = ' The response is the documented one, apart from ids and times.';
          expect(status.replace(/ The payment is pay_\w+ here\.$/, '')).toBe(
            // No page shows a token.
            `Finished.${operationId === 'getToken' ? '' : comparison}`,
          );
          expect(lastRequest).toMatch(/^2\d\d$/);
          expect(printed).toMatch(/^\S/);
        }
      },
    );
  });

  describe('one that is edited', () => {
    let page: Page;
    beforeAll(async () => {
      page = opened.page;
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 380, height: 900 });
      await page.goto(site.url('guides/idempotency.html'));
    }, TIMEOUT_MS);

    const press = (action: string) => page.click(`figure[data-program] [data-action="${action}"]`);
    const status = () => page.innerText('.run-status');
    const waitFor = (text: string) =>
      page.waitForFunction(
        (expected) => document.querySelector('.run-status')?.textContent?.startsWith(expected),
        text,
      );

    /** Runs a code in place of the first example, with the keyboard. */
    async function runInstead(code: string): Promise<string> {
      await page.fill('.run-editor', code);
      await page.press('.run-editor', 'Control+Enter');
      await page.waitForFunction(() =>
        /^(Finished|Ended)/.test(document.querySelector('.run-status')?.textContent ?? ''),
      );
      return page.innerText('.run-output');
    }

    it('loads the runner on the first click', async () => {
      const isLoaded = () => page.evaluate(() => 'runnerScripts' in window);
      expect(await isLoaded()).toBe(false);
      await press('edit');
      await page.waitForSelector('.run-editor:focus');
      const caret = () =>
        page.evaluate(() => document.querySelector<HTMLTextAreaElement>('.run-editor')?.selectionStart);
      expect(await caret()).toBe(0);
      expect(await isLoaded()).toBe(true);
    });

    it('runs as TypeScript, with requests, ledger and payments', { timeout: TIMEOUT_MS }, async () => {
      const code = await page.inputValue('.run-editor');
      const edited = `${code.replace('drop-after', 'drop-before')}\nconsole.log(process.env.LDDPAY_SCOPE as string);`;
      expect(await runInstead(edited)).toContain('after 2 attempts');
      expect(await page.innerText('.run-output')).toContain('gateway');
      expect(await status()).toBe('Finished.');
      expect(await page.innerText('[aria-label="Requests"]')).toMatch(
        /POST\s*\/connect\/token\s*200\s*POST\s*\/payments\s*ECONNRESET\s*key \S+\s*POST\s*\/payments\s*201\s*key/,
      );
      expect(await page.innerText('[aria-label="Ledger"]')).toMatch(/Authorization\s*1000 USD\s*pay_/);
      expect(await page.innerText('[aria-label="Payments"]')).toMatch(
        /Authorized[\s\S]*available_to_void\s*1000/,
      );
    });

    it('shows no secret', async () => {
      expect(await page.textContent('.run-panel')).toContain('"number": "…"');
      expect(await page.textContent('.run-panel')).not.toMatch(/4242424242424242|client_secret|access_token/);
    });

    it('is accessible, and fits a phone', { timeout: TIMEOUT_MS }, async () => {
      await page.click('.run-panel li:nth-child(2) summary');
      expect(await listAccessibilityErrors(page)).toEqual([]);
      expect(await measureOverflow(page)).toBe(0);
      expect(opened.takeProblems()).toEqual([]);
    });

    it('shows error codes, and an uncaught error without its stack', async () => {
      const code = await page.inputValue('.run-editor');
      const output = await runInstead(
        code.replace(/currency: 'USD'/, "currency: 'usd'").replace(/sandbox\.faults.*/, ''),
      );
      expect(output).toMatch(/^Uncaught \[LddPayError: requestPayment: /);
      expect(output).toContain("kind: 'api'");
      expect(output).not.toMatch(/ {4}at |blob:/);
      expect(await page.innerText('[aria-label="Requests"]')).toMatch(/422\s*currency_invalid/);
      expect(await status()).toBe('Ended with an error.');
    });

    it('shows errors that nothing awaits', async () => {
      const output = await runInstead(
        "Promise.reject(new TypeError('first'));\nsetTimeout(() => { throw 'second'; }, 0);\nconsole.log('ended');",
      );
      expect(output).toMatch(/^ended\n/);
      expect(output).toContain('Uncaught [TypeError: first]\n');
      expect(output).toContain("Uncaught 'second'\n");
      expect(await status()).toBe('Ended with an error.');
    });

    it('waits for timers, and ends at process.exit', async () => {
      const later =
        'let ticks = 0; const ticker = setInterval(() => { if (++ticks > 1) clearInterval(ticker); }, 40);';
      expect(await runInstead(`${later}\nsetTimeout((text) => { throw text; }, 300, 'late');`)).toBe(
        "Uncaught 'late'\n",
      );
      expect(await runInstead("setInterval(() => {}, 9);\nconsole.log('first');\nprocess.exit();")).toBe(
        'first\n',
      );
      expect(await status()).toBe('Finished.');
      expect(await runInstead('setTimeout(() => process.exit(1), 9);\nawait new Promise(() => {});')).toBe(
        '',
      );
      expect(await status()).toBe('Ended with an error.');
    });

    it('lets a program declare the names of globals', async () => {
      const names = ['process', 'console', 'fetch', 'require', 'exports', 'setTimeout'];
      const code = `const { log } = globalThis.console;\n${names.map((name) => `const ${name} = '${name}';`).join('\n')}`;
      expect(await runInstead(`${code}\nlog(process, console);`)).toBe('process console\n');
    });

    it('shows the beginning of a long output', async () => {
      const output = await runInstead("console.log('first');\nconsole.log('x\\n'.repeat(2e7));");
      expect(output).toMatch(/^first\n/);
      expect(output.length).toBeLessThan(101_000);
      expect(await page.evaluate(() => document.querySelector('.run-output')?.scrollTop)).toBe(0);
    });

    it('shows the line of a wrong token, and the modules that exist', async () => {
      expect(await runInstead('const a = 1;\nconst = 2;')).toMatch(
        /^Uncaught \[SyntaxError: [^{]*\(2:7\)\]\n$/,
      );
      const output = await runInstead("import fs from 'node:fs';\nconsole.log(fs);");
      expect(output).toMatch(/Cannot find module 'node:fs'.*lddpay, .*lddpay-sandbox/);
    });

    it('reaches nothing but the sandbox', async () => {
      expect(await runInstead("console.log((await fetch('https://example.com/payments')).status);")).toBe(
        '401\n',
      );
      expect(await page.innerText('[aria-label="Requests"]')).toMatch(
        /GET\s*https:\/\/example\.com\/payments/,
      );
      const names = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'importScripts'];
      const code = `for (const name of ${JSON.stringify(names)}) {
        try { new globalThis[name]('https://example.com/'); } catch (error) { console.log(error.message); }
      }`;
      expect(await runInstead(code)).toBe(
        names
          .map((name) => `${name} is not available in a page. Use fetch, which leads to the sandbox.\n`)
          .join(''),
      );
      expect(opened.takeProblems()).toEqual([]);
      // Even the `fetch` of the browser, which a program can still find, connects to nothing.
      const found = `const blocked = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve));
        await WorkerGlobalScope.prototype.fetch.call(globalThis, 'https://example.com/').catch(() => {});
        console.log((await blocked).effectiveDirective);`;
      expect(await runInstead(found)).toBe('connect-src\n');
    });

    it('stops in an endless loop', async () => {
      await page.fill('.run-editor', "console.log('started');\nfor (;;) console.log('again');");
      await page.press('.run-editor', 'Control+Enter');
      await page.waitForFunction(() =>
        document.querySelector('.run-output')?.textContent?.includes('The rest of the output is not shown.'),
      );
      await press('stop');
      await waitFor('Stopped.');
      expect(await page.isVisible('[data-action="stop"]')).toBe(false);
    });

    it('is not printed', async () => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.run-panel', '.run-editor', '.run-controls']) {
        expect(await page.isVisible(part)).toBe(false);
      }
      expect(await page.isVisible('figure[data-program] pre')).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    });

    it('brings edits back after Reset', async () => {
      await page.fill('.run-editor', "console.log('mine');");
      await press('reset');
      const label = () => page.innerText('figure[data-program] [data-action="reset"]');
      expect(await label()).toBe('Undo reset');
      await press('reset');
      expect(await page.inputValue('.run-editor')).toBe("console.log('mine');");
      expect(await label()).toBe('Reset');
    });

    it('goes back to the documented code', async () => {
      await press('reset');
      expect(await page.isVisible('.run-panel')).toBe(false);
      expect(await page.isVisible('.run-editor')).toBe(false);
      expect(await page.isVisible('figure[data-program] pre')).toBe(true);
      await press('run');
      await waitFor('Finished. This is the documented output.');
    });
  });

  it('have no buttons without JavaScript', { timeout: TIMEOUT_MS }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.goto(site.url('guides/idempotency.html'));
    expect(await page.locator('.run-controls').count()).toBeGreaterThan(3);
    expect(await page.locator('.run-controls:visible').count()).toBe(0);
    await context.close();
  });
});

const skippedFirefox = missingFirefox ? ` (skipped: ${missingFirefox})` : '';
describe.skipIf(missingFirefox)(`the examples in Firefox${skippedFirefox}`, () => {
  it('print the documented output', { timeout: TIMEOUT_MS }, async () => {
    const firefox = await startFirefox();
    const run = async (name: string) => {
      const results = await firefox.evaluate(site.url(`guides/${name}.html`), RUN_EXAMPLES);
      await expectDocumentedOutput(name, results as ExampleResult[]);
    };
    await Promise.all(GUIDES.map(run)).finally(() => firefox.close());
  });
});
