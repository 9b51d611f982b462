import { escapeHtml } from './html.js';
import type { SiteAddresses } from './site-settings.js';

/** What the head of a page names. */
export interface HeadContents {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly unlisted?: boolean;
}

/** Renders what previews, search engines and agents read of a page. */
export function renderHead(
  { path, title, description, unlisted }: HeadContents,
  { base }: SiteAddresses,
): string {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'LDDPay, unofficial',
    'og:title': title,
    'og:description': description,
  };
  const url = escapeHtml(`${base ?? ''}${path.replace(/(^|\/)index\.html$/, '$1')}`);
  return [
    ...Object.entries(properties).map(
      ([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`,
    ),
    ...(base && !unlisted
      ? [`<meta property="og:url" content="${url}">`, `<link rel="canonical" href="${url}">`]
      : []),
    unlisted
      ? '<meta name="robots" content="noindex">'
      : `<link rel="alternate" type="text/markdown" href="${path.split('/').at(-1)?.replace('.html', '.md')}">`,
  ].join('\n');
}
