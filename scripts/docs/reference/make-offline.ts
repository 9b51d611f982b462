const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const NO_IMAGE = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E';

/**
 * Rewrites the page that Redocly built so that it loads nothing from the network and its links work from
 * disk.
 *
 * @throws Error when there is nothing to rewrite, because then Redocly has changed its output.
 */
export function makeOffline(html: string): string {
  const start = html.indexOf('<script type="module">');
  const content = html.slice(0, start);
  const script = html.slice(start);
  const offlineContent = content.replaceAll(/(<a [^>]*href=")\/(?=[\w-]*")/g, '$1#/');
  const offlineScript = script.replaceAll(LOGO, NO_IMAGE);
  if (offlineContent === content || offlineScript === script) {
    throw new Error(
      'Redocly has changed the HTML of the reference: adapt scripts/docs/reference/make-offline.ts.',
    );
  }
  return offlineContent + offlineScript;
}
