import type { Browser } from 'playwright-core';
import { type Outcome, PATIENCE, readResult } from './run-process.js';
import type { Result } from './suite/run.js';

/** Runs the suite in a page and reads its results from the console. The page says in its title that it is done. */
export async function runPage(browser: Browser, url: string): Promise<Outcome> {
  const page = await browser.newPage();
  const results: Result[] = [];
  page.on('console', (message) => {
    // A page also complains there of every status that it is answered with.
    if (message.type() === 'log') results.push(readResult(message.text()));
  });
  const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
  try {
    await page.goto(url);
    await Promise.race([
      page.waitForFunction("document.title === 'done'", null, { timeout: PATIENCE }),
      broken,
    ]);
    return { results };
  } catch (error) {
    return { results, crash: `${error}, after: ${results.at(-1)?.name ?? 'its start'}` };
  } finally {
    await page.close();
  }
}
