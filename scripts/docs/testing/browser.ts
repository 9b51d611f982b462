import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Only rules that report serious or critical errors: the impact of a rule is that of all its errors. Checking contrast
 * takes most of the time, so each look is checked once.
 */
const CONFIGURE_RULES = `axe.configure({
  rules: axe._audit.rules
    .filter(({ impact }) => impact === 'minor' || impact === 'moderate')
    .map(({ id }) => ({ id, enabled: false }))
    .concat({ id: 'color-contrast', selector: '*:not([data-repeated-look])' }),
})`;

export type Scheme = 'light' | 'dark';

/** A page in the browser that records its problems. */
export interface WatchedPage {
  readonly page: Page;
  /** Returns the requests to the network, errors and warnings since the last call. */
  takeProblems(): string[];
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
  return { page, takeProblems: () => problems.splice(0), close: () => context.close() };
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
  await page.evaluate(markRepeatedLooks, part);
  await page.evaluate(CONFIGURE_RULES);
  // Preloading would fetch the style sheets again, which a page from disk cannot.
  const options = JSON.stringify({ resultTypes: ['violations'], preload: false, runOnly: rules });
  const results = (await page.evaluate(`axe.run(${JSON.stringify(part)}, ${options})`)) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ''}`),
    );
}

/**
 * Marks each text that looks exactly like an earlier one, such as the keywords of a code block: same colors, sizes and
 * positions, those of its ancestors included. Both have the same contrast.
 */
function markRepeatedLooks(part: string): void {
  const ids = new Map<string, number>();
  const looks = new Map<Element, number>();
  const readLook = (element: Element): number => {
    const known = looks.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const look = [
      element.parentElement && readLook(element.parentElement),
      style.color,
      style.backgroundColor,
      style.backgroundImage,
      style.fontSize,
      style.fontWeight,
      style.opacity,
      style.overflow,
      style.position,
      style.textShadow,
    ].join();
    const id = ids.get(look) ?? ids.size;
    ids.set(look, id);
    looks.set(element, id);
    return id;
  };
  const seen = new Set<string>();
  const isRepeated = (element: Element): boolean => {
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const text = texts.map(({ textContent }) => textContent).join('');
    // Not every text has a contrast that counts: hidden ones, symbols and disabled controls have none.
    if (!element.checkVisibility()) return true;
    if (!/[\p{L}\p{N}]{2}/u.test(text)) return false;
    if (element.closest('button, input, label, select, textarea')) return false;
    const look = `${element.tagName} ${readLook(element)}`;
    if (seen.has(look)) return true;
    seen.add(look);
    return false;
  };
  for (const element of document.querySelectorAll(`${part} *`)) {
    element.toggleAttribute('data-repeated-look', isRepeated(element));
  }
}

/**
 * Removes what closed parts contain, which nobody sees. The browser computes styles there anew for each element that is
 * looked at, which takes much of the time of a check of what is seen.
 */
export function removeClosedParts(page: Page): Promise<void> {
  return page.locator('details:not([open]) > :not(summary)').evaluateAll((parts) => {
    for (const part of parts) part.remove();
  });
}

/** Returns how much wider than the window a page is, in pixels. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
