import type { OperationFacts } from '../model/facts.js';
import type { PageEvent } from './page-events.js';
import { PageError } from './page-events.js';
import { readStatement } from './read-statement.js';
import { StatedElements } from './stated-elements.js';

/** What the next rows mean: the prefix of their elements, and the element that they are part of. */
interface Scope {
  readonly prefix: string;
  readonly container?: string;
  readonly response?: string;
}

type Rule = readonly [pattern: RegExp, apply: (value: string) => void];

const VARIANT = /^(?:Object|\w+Dto)$/;

/** A name ends in a letter or digit, so that `is_required` is one, and `is_requiredrequired` a required one. */
const FIELD = /^([\w-]*?[a-zA-Z\d]) ?(required)?(?: [–—-] (.*))?$/;
const NAME = /^([\w-]*?[a-zA-Z\d]) ?(required)?$/;

/** Reads one operation of the page, event by event. */
export class OperationReader {
  readonly #stated = new StatedElements();
  readonly #outer: (Scope | undefined)[] = [];
  #scope: Scope | undefined;

  /** Takes the next event of the operation's part of the page. */
  take(event: Exclude<PageEvent, { kind: 'operation' }>): void {
    switch (event.kind) {
      case 'line':
        this.#line(event.text);
        break;
      case 'open':
        this.#outer.push(this.#scope);
        if (!this.#line(event.summary)) this.#named(event.summary);
        break;
      case 'close':
        this.#scope = this.#outer.pop();
        break;
      case 'row':
        this.#row(event.cells);
        break;
    }
  }

  /** All that the page states of the operation, in its order. */
  facts(): OperationFacts {
    return this.#stated.facts();
  }

  readonly #rules: readonly Rule[] = [
    [/^beta$/i, () => this.#stated.state('operation', { beta: true })],
    [/^authorizations:?$/i, () => this.#stated.state('security', {})],
    [/^(bearer)(?: ?(?:or ?)?bearer)*$/i, (scheme) => this.#stated.state('security', { scheme })],
    [/^http authorization scheme: ?(\w+)$/i, (scheme) => this.#stated.state('security', { scheme })],
    [/^bearer format: ?(\w+)$/i, (bearerFormat) => this.#stated.state('security', { bearerFormat })],
    [
      /^(header|path|query|cookie) parameters$/i,
      (place) => {
        this.#scope = { prefix: `${place.toLowerCase()} ` };
      },
    ],
    [
      /^request body schema: ?(\S+)$/i,
      (content) => {
        this.#stated.add('request', { content });
        this.#scope = within('request');
      },
    ],
    [
      /^([1-5]\d\d)(?: |$)/,
      (status) => {
        const response = `response ${status}`;
        this.#stated.add(response, {});
        this.#scope = { prefix: `${response} header `, response };
      },
    ],
    [
      /^response schema: ?(\S+)$/i,
      (content) => {
        const response = this.#scope?.response;
        if (!response) throw new PageError('a response schema stands outside of a response');
        this.#stated.state(response, { content });
        this.#scope = within(response);
      },
    ],
    [
      /^array$/i,
      () => {
        const container = this.#scope?.container;
        if (!container) throw new PageError('"Array" stands where there is no body or field');
        const items = container.includes('.') && { items: 'object' };
        this.#stated.state(container, { type: 'array', ...items });
        this.#scope = { container, prefix: `${container}[].` };
      },
    ],
  ];

  #line(text: string): boolean {
    return this.#rules.some(([pattern, apply]) => {
      const match = pattern.exec(text);
      if (match) apply(match[1] ?? '');
      return match !== null;
    });
  }

  #named(summary: string): void {
    const { container, prefix } = this.#scope ?? {};
    if (container === undefined) {
      this.#scope = undefined;
    } else if (VARIANT.test(summary)) {
      if (!/^(?:request|response \w+)$/.test(container)) throw new PageError(`${container} has alternatives`);
      this.#scope = within(this.#stated.addVariant(container));
    } else {
      const [, name, required, statement] = FIELD.exec(summary) ?? [];
      const fact = statement === undefined ? {} : readStatement(statement);
      if (name === undefined || !fact) throw new PageError(`the section "${summary}" cannot be read`);
      const field = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      this.#stated.add(field, { ...(required && { required: true }), ...fact });
      this.#scope = within(field);
    }
  }

  #row(cells: readonly string[]): void {
    const row = `the row "${cells.join(' | ')}"`;
    if (!this.#scope) throw new PageError(`${row} stands in a table of unknown meaning`);
    const { container, prefix } = this.#scope;
    const [first = '', second = ''] = cells;
    const statement = cells.length === 2 ? second : first;
    const fact = /^property name ?\*/.test(statement)
      ? { additionalProperties: true }
      : readStatement(statement);
    const [, name, required] = NAME.exec(first) ?? [];
    if (fact && cells.length === 2 && name !== undefined) {
      this.#stated.add(`${prefix}${name}`, { ...(required && { required: true }), ...fact });
    } else if (fact && cells.length === 1 && container?.includes('.')) {
      this.#stated.state(container, fact);
    } else {
      throw new PageError(`${row} cannot be read`);
    }
  }
}

function within(container: string): Scope {
  return { container, prefix: `${container}.` };
}
