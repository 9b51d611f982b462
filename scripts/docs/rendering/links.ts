import type { Operation } from '../../lib/description.js';
import { findSourcePage } from './source-pages.js';

/** Resolves links to the parts of the site. */
export interface Links {
  /**
   * Resolves a link in a Markdown file of the repository: any URL, an anchor, or the path of another file, such as
   * `tokens.md`, `../../openapi/paths/payments.yaml#post` or `../../src/client.ts#createClient`.
   *
   * @param file The path of the Markdown file in the repository.
   * @param root The relative path from the page to the root of the site.
   * @throws Error for a file that no page shows.
   */
  resolve(href: string, file: string, root: string): string;
  /**
   * Returns the path of the page of an operation, from the root of the site.
   *
   * @throws Error for an operation that does not exist.
   */
  operation(operationId: string): string;
}

/** Creates the links for a list of operations. */
export function createLinks(operations: readonly Operation[]): Links {
  return {
    operation(operationId) {
      if (!operations.some((one) => one.operationId === operationId))
        throw new Error(`A link names the operation ${operationId}, which does not exist.`);
      return `api/${operationId}.html`;
    },
    resolve(href, file, root) {
      if (/^(https?:|#)/.test(href)) return href;
      const { protocol, pathname, hash } = new URL(href, `file:///${file}`);
      const path = decodeURIComponent(pathname.slice(1));
      const page = protocol === 'file:' ? findSourcePage(path, hash.slice(1), operations) : undefined;
      if (page === undefined)
        throw new Error(`${file} links to ${href}. Links name files of the repository that the site shows.`);
      return root + page;
    },
  };
}
