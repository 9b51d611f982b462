import type { Operation } from '../../lib/description.js';
import { SECTIONS } from './site-page.js';

/** Resolves links to the parts of the site. */
export interface Links {
  /**
   * Resolves a link in a guide: `tokens.md`, `operation:getToken`, `client:createClient`, `sandbox:Fault`,
   * `site:provenance.html`, or any URL.
   *
   * @param root The relative path from the page to the root of the site.
   * @throws Error for an operation that does not exist.
   */
  resolve(href: string, root: string): string;
  /**
   * Returns the path of an operation in the API reference, from the root of the site.
   *
   * @throws Error for an operation that does not exist.
   */
  operation(operationId: string): string;
}

interface TaggedOperation extends Operation {
  readonly tags?: readonly string[];
}

/** Creates the links for a list of operations. */
export function createLinks(operations: readonly TaggedOperation[]): Links {
  const operation = (operationId: string) => {
    const found = operations.find((one) => one.operationId === operationId);
    if (!found) throw new Error(`A link names the operation ${operationId}, which does not exist.`);
    return `${SECTIONS.api.path}#/${createRoute(found)}`;
  };
  const targets: Readonly<Record<string, (name: string) => string>> = {
    operation,
    client: (name) => `client/index.html#${name}`,
    journal: (name) => `client/journal.html#${name}`,
    observe: (name) => `client/observe.html#${name}`,
    sandbox: (name) => `client/sandbox.html#${name}`,
    site: (path) => path,
  };
  return {
    operation,
    resolve(href, root) {
      const [, kind = '', name = ''] = /^(\w+):(.*)$/.exec(href) ?? [];
      const target = targets[kind];
      return target ? root + target(name) : href.replace(/\.md(?=#|$)/, '.html');
    },
  };
}

/** Creates the route of an operation as Redocly does: its tag and its ID in lower case. */
function createRoute({ tags, operationId }: TaggedOperation): string {
  const tag = (tags?.[0] ?? '').toLowerCase().replaceAll(' ', '-');
  return `${tag}/${operationId.toLowerCase()}`;
}
