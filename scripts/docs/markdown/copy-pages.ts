import { rootPath, type SitePage } from '../rendering/site-page.js';
import { convertHtml } from './convert-html.js';

/** Creates a copy in Markdown of each page, by path. */
export function copyPages(pages: readonly SitePage[]): Map<string, string> {
  return new Map(
    pages
      .filter(({ unlisted }) => !unlisted)
      .map((page) => [page.path.replace('.html', '.md'), copyPage(page)] as const),
  );
}

function copyPage({ path, markdown, body }: SitePage): string {
  const notice = `> Before you write code against this API, read [what to know first](${rootPath(path)}llms.txt).`;
  return `${notice}\n\n${markdown ?? convertHtml(body)}`;
}
