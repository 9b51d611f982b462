const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const NO_IMAGE = 'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E';

/**
 * Makes of what Redocly built a page that loads nothing and whose links work from disk.
 * Throws an Error when there is nothing to mend: Redocly has changed, and this has to follow.
 */
export function mend(html: string): string {
  const start = html.indexOf('<script type="module">');
  const content = html.slice(0, start);
  const script = html.slice(start);
  const mendedContent = content.replaceAll(/(<a [^>]*href=")\/(?=[\w-]*")/g, '$1#/');
  const mendedScript = script.replaceAll(LOGO, NO_IMAGE);
  if (mendedContent === content || mendedScript === script) {
    throw new Error(
      'Redocly builds the reference in another way than before: see scripts/docs/reference/mend.ts.',
    );
  }
  return mendedContent + mendedScript;
}
