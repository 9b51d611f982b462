import { createClient } from 'lddpay';
import type { Browser } from 'playwright-core';
import { missingBrowser, startBrowser } from '../scripts/lib/browser.js';
import { startBackend } from './backend.js';
import { bundleSuite } from './bundle.js';
import { KNOWN_DIFFERENCES } from './differences.js';
import { type RuntimeResult, summarizeRun } from './runtime-result.js';
import { BROWSER } from './runtimes.js';
import type { Settings } from './suite/lib/behaviour.js';
import type { BehaviourResult } from './suite/run-behaviours.js';
import { lastCompleted, parseResult, SUITE_TIMEOUT, type SuiteRun } from './suite-run.js';
import { startTestEnvironment } from './test-environment.js';

/**
 * Tests the client in a web page in Chromium, against a new sandbox.
 *
 * @param project A folder that has the client installed.
 */
export async function testBrowser(project: string): Promise<RuntimeResult> {
  const browser = missingBrowser ?? (await startBrowser().catch((error) => `it does not start: ${error}`));
  if (typeof browser === 'string') return { runtime: BROWSER, missing: browser };
  const { settings, close } = await startTestEnvironment();
  const backend = await startBackend({
    script: `${project}/browser.js`,
    issueToken: () => issueToken(settings),
    apiUrl: settings.baseUrl,
  });
  try {
    await bundleSuite(project, 'browser', { ...settings, baseUrl: backend.url });
    const run = await runSuite(browser, backend.url);
    return summarizeRun(BROWSER, browser.version(), run, KNOWN_DIFFERENCES[BROWSER]);
  } finally {
    await browser.close();
    backend.close();
    await close();
  }
}

/** Fetches a new token, as a backend does for its web page: the page caches it. */
async function issueToken({ baseUrl, credentials }: Settings): Promise<object> {
  const { access_token, token_type, expires_in } = await createClient({ baseUrl, ...credentials }).getToken();
  // Named one by one: the client leaves the secret out of a token that is serialized as JSON.
  return { access_token, token_type, expires_in };
}

/** Runs the suite in a web page and reads its results from the console. The title says when it is done. */
async function runSuite(browser: Browser, url: string): Promise<SuiteRun> {
  const page = await browser.newPage();
  const results: BehaviourResult[] = [];
  page.on('console', (message) => {
    // Browsers also log every response with an error status there.
    if (message.type() === 'log') results.push(parseResult(message.text()));
  });
  const broken = new Promise<never>((_, reject) => page.on('pageerror', reject));
  try {
    await page.goto(url);
    await Promise.race([
      page.waitForFunction("document.title === 'done'", null, { timeout: SUITE_TIMEOUT }),
      broken,
    ]);
    return { results };
  } catch (error) {
    return { results, crash: `${error}, after: ${lastCompleted(results)}` };
  } finally {
    await page.close();
  }
}
