import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Scheme = 'light' | 'dark';

/** A page that tells what it did wrong: what it asked the network for, and what it complained of. */
export interface WatchedPage {
  readonly page: Page;
  readonly wrongs: readonly string[];
  close(): Promise<void>;
}

/** Opens a page from disk, without a network. */
export async function openPage(
  browser: Browser,
  url: string,
  { scheme = 'light', width = 1280 }: { readonly scheme?: Scheme; readonly width?: number } = {},
): Promise<WatchedPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    offline: true,
  });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) wrongs.push(`a request to ${request.url()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`an error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrongs.push(`${message.type()}: ${message.text()}`);
  });
  await page.goto(url);
  return { page, wrongs, close: () => context.close() };
}

/**
 * The serious and critical violations of accessibility rules on a page, in words.
 * @param part A selector of the part to look at; the whole page when left out.
 */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  // It would load the style sheets once more, which a page from disk must not.
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false });
  const results = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${options})`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    );
}

/** How much wider than the window a page is, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
