import { readFile } from 'node:fs/promises';
import { fillTemplate } from './rendering/html.js';
import { readRoot, type SitePage } from './rendering/site-page.js';
import type { SiteSettings } from './rendering/site-settings.js';

const template = new URL('../../docs/404.html', import.meta.url);

/** Renders the page that servers show where there is none. */
export async function renderNotFound(settings: SiteSettings): Promise<SitePage> {
  const page = { path: '404.html', unlisted: true };
  return {
    ...page,
    title: 'There is no page here',
    description: 'The address is wrong, or the page has moved.',
    body: fillTemplate(await readFile(template, 'utf8'), { root: readRoot(page, settings) }),
  };
}
