import { rootPath, type SitePage } from '../rendering/site-page.js';
import { convertHtml } from './convert-html.js';

/** Creates a copy in Markdown of each page, by path. */
export function copyPages(pages: readonly SitePage[]): Map<string, string> {
  const listed = pages.filter(({ unlisted }) => !unlisted);
  const targets = new Set(listed.flatMap(listTargets));
  return new Map(listed.map((page) => [page.path.replace('.html', '.md'), copyPage(page, targets)] as const));
}

/** Lists the parts of other pages that a page links to, such as `api/models.html#Link`. */
function listTargets({ path, body }: SitePage): string[] {
  return [...body.matchAll(/ href="(?!https?:)([^"]+\.html#[^"]+)"/g)].map(([, href = '']) => {
    const { pathname, hash } = new URL(href, `file:///${path}`);
    return pathname.slice(1) + hash;
  });
}

function copyPage({ path, markdown, body }: SitePage, targets: ReadonlySet<string>): string {
  const notice = `> Before you write code against this API, read [what to know first](${rootPath(path)}llms.txt).`;
  const copy = markdown ?? convertHtml(body, (id) => targets.has(`${path}#${id}`));
  return `${notice}\n\n${copy}`;
}
