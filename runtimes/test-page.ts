import { createClient } from 'lddpay';
import { missingBrowser, startBrowser } from '../scripts/docs/testing/browser.js';
import { bundleSuite } from './bundle.js';
import { DIFFERENCES } from './differences.js';
import { servePage } from './page-server.js';
import { runPage } from './run-page.js';
import { openStage } from './stage.js';
import type { Settings } from './suite/behaviour.js';
import { judge, type Verdict } from './verdict.js';

/** The name of the page among the runtimes. */
export const PAGE = 'page';

/**
 * Tests the client in a page in Chromium, against a sandbox of its own.
 *
 * @param project A folder that has the client installed.
 */
export async function testPage(project: string): Promise<Verdict> {
  const browser = missingBrowser ?? (await startBrowser().catch((error) => `it does not start: ${error}`));
  if (typeof browser === 'string') return { runtime: PAGE, missing: browser };
  const { settings, close } = await openStage();
  const site = await servePage({
    script: `${project}/page.js`,
    token: () => tokenFor(settings),
    api: settings.baseUrl,
  });
  try {
    await bundleSuite(project, 'page', { ...settings, baseUrl: site.url });
    const outcome = await runPage(browser, site.url);
    return judge(PAGE, browser.version(), outcome, DIFFERENCES[PAGE] ?? {});
  } finally {
    await browser.close();
    site.close();
    await close();
  }
}

/** A token from the backend, a new one each time: it is the page that keeps them. */
async function tokenFor({ baseUrl, credentials }: Settings): Promise<object> {
  const token = await createClient({ baseUrl, ...credentials }).getToken();
  const { access_token, token_type, expires_in } = token;
  // Named one by one: the client keeps the secret out of what is printed of it as JSON.
  return { access_token, token_type, expires_in };
}
