import type { Operation } from '../../lib/description.js';

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
   * Returns the path of the page of an operation, from the root of the site.
   *
   * @throws Error for an operation that does not exist.
   */
  operation(operationId: string): string;
}

/** Creates the links for a list of operations. */
export function createLinks(operations: readonly Operation[]): Links {
  const operation = (operationId: string) => {
    if (!operations.some((one) => one.operationId === operationId))
      throw new Error(`A link names the operation ${operationId}, which does not exist.`);
    return `api/${operationId}.html`;
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
