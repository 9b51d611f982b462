import type { Operation } from '../../lib/description.js';
import { SECTIONS } from './site-page.js';

/** Where the parts of the site are, for texts that name them. */
export interface Links {
  /**
   * Turns a link as guides write it into one that works on the site: `tokens.md`, `operation:getToken`,
   * `client:createClient`, `sandbox:Fault`, `site:provenance.html`, or any URL. Throws an Error for an
   * operation that there is none of.
   * @param root The way from the page to the root of the site.
   */
  resolve(href: string, root: string): string;
  /** Where the reference shows an operation, from the root of the site. */
  operation(operationId: string): string;
}

interface TaggedOperation extends Operation {
  readonly tags?: readonly string[];
}

/** Knows where everything is. */
export function createLinks(operations: readonly TaggedOperation[]): Links {
  const operation = (operationId: string) => {
    const found = operations.find((one) => one.operationId === operationId);
    if (!found) throw new Error(`A link leads to the operation ${operationId}, which there is none of.`);
    return `${SECTIONS.api.path}#/${routeOf(found)}`;
  };
  const targets: Readonly<Record<string, (name: string) => string>> = {
    operation,
    client: (name) => `client/index.html#${name}`,
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

/** The route that the reference gives an operation: its tag and its id, in lower case. */
function routeOf({ tags, operationId }: TaggedOperation): string {
  const tag = (tags?.[0] ?? '').toLowerCase().replaceAll(' ', '-');
  return `${tag}/${operationId.toLowerCase()}`;
}
