import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Scheme = 'light' | 'dark';

/** A page in the browser that records its problems. */
export interface WatchedPage {
  readonly page: Page;
  /** Requests to the network, errors and warnings. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly scheme?: Scheme;
  readonly width?: number;
  readonly media?: 'screen' | 'print';
  readonly javaScript?: boolean;
}

/** Opens a page from disk, offline. */
export async function openPage(
  browser: Browser,
  url: string,
  { scheme = 'light', width = 1280, media = 'screen', javaScript = true }: PageOptions = {},
): Promise<WatchedPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    offline: true,
    javaScriptEnabled: javaScript,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.emulateMedia({ media });
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}

interface AccessibilityOptions {
  /** The selector of the part to check; the whole page by default. */
  readonly part?: string;
  /** The rules to check; all by default. */
  readonly rules?: readonly string[];
}

/** Lists the serious and critical accessibility errors of a page. */
export async function listAccessibilityErrors(
  page: Page,
  { part = 'html', rules }: AccessibilityOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  // Preloading would fetch the style sheets again, which a page from disk cannot.
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, runOnly: rules });
  const results = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${options})`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    );
}

/** Returns how much wider than the window a page is, in pixels. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
