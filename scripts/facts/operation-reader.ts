import type { Fact, OperationFacts } from './model.js';
import { PageError } from './page-error.js';
import type { PageEvent } from './page-events.js';
import { inOrder, readStatement } from './read-statement.js';
import { settleVariants } from './settle-variants.js';

/** What the next rows mean: the prefix of their elements, and the element that they are part of. */
interface Scope {
  readonly prefix: string;
  readonly container?: string;
  readonly response?: string;
}

type Rule = readonly [pattern: RegExp, apply: (value: string) => void];

const VARIANT = /^(?:Object|\w+Dto)$/;
const FIELD = /^([\w-]+?) ?(required)?(?: [–—-] (.*))?$/;
const NAME = /^([\w-]+?) ?(required)?$/;

/** Reads one operation of the page, event by event. */
export class OperationReader {
  readonly #id: string;
  readonly #facts = new Map<string, Fact>([['operation', {}]]);
  readonly #outer: (Scope | undefined)[] = [];
  #scope: Scope | undefined;

  constructor(id: string) {
    this.#id = id;
  }

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
    const elements = [...this.#facts.keys()];
    if (!elements.some((element) => element.startsWith('response ')))
      throw this.#error('it lists no response');
    const settled = new Map<string, Fact>();
    for (const [element, fact] of settleVariants(this.#facts)) {
      if (settled.has(element)) throw this.#error(`it lists ${element} twice`);
      settled.set(element, fact);
    }
    return Object.fromEntries(settled);
  }

  readonly #rules: readonly Rule[] = [
    [/^beta$/i, () => this.#state('operation', { beta: true })],
    [/^authorizations:?$/i, () => this.#state('security', {})],
    [/^(bearer)(?: ?(?:or ?)?bearer)*$/i, (scheme) => this.#state('security', { scheme })],
    [/^http authorization scheme: ?(\w+)$/i, (scheme) => this.#state('security', { scheme })],
    [/^bearer format: ?(\w+)$/i, (bearerFormat) => this.#state('security', { bearerFormat })],
    [
      /^(header|path|query|cookie) parameters$/i,
      (place) => {
        this.#scope = { prefix: `${place.toLowerCase()} ` };
      },
    ],
    [
      /^request body schema: ?(\S+)$/i,
      (content) => {
        this.#add('request', { content });
        this.#scope = within('request');
      },
    ],
    [
      /^([1-5]\d\d)(?: |$)/,
      (status) => {
        const response = `response ${status}`;
        this.#add(response, {});
        this.#scope = { prefix: `${response} header `, response };
      },
    ],
    [
      /^response schema: ?(\S+)$/i,
      (content) => {
        const response = this.#scope?.response;
        if (!response) throw this.#error('a response schema stands outside of a response');
        this.#state(response, { content });
        this.#scope = within(response);
      },
    ],
    [
      /^array$/i,
      () => {
        const container = this.#scope?.container;
        if (!container) throw this.#error('"Array" stands where there is no body or field');
        this.#state(
          container,
          container.includes('.') ? { type: 'array', items: 'object' } : { type: 'array' },
        );
        this.#scope = { container, prefix: `${container}[].` };
      },
    ],
  ];

  #line(text: string): boolean {
    for (const [pattern, apply] of this.#rules) {
      const match = pattern.exec(text);
      if (match) {
        apply(match[1] ?? '');
        return true;
      }
    }
    return false;
  }

  #named(summary: string): void {
    const { container, prefix } = this.#scope ?? {};
    if (container === undefined) {
      this.#scope = undefined;
    } else if (VARIANT.test(summary)) {
      if (!/^(?:request|response \w+)$/.test(container)) throw this.#error(`${container} has alternatives`);
      const variants = [...this.#facts.keys()].filter(
        (e) => e.startsWith(`${container}(`) && e.endsWith(')'),
      );
      const variant = `${container}(${variants.length + 1})`;
      this.#add(variant, {});
      this.#scope = within(variant);
    } else {
      const [, name, required, statement] = FIELD.exec(summary) ?? [];
      const fact = statement === undefined ? {} : readStatement(statement);
      if (name === undefined || !fact) throw this.#error(`the section "${summary}" cannot be read`);
      const field = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      this.#add(field, { ...(required && { required: true }), ...fact });
      this.#scope = within(field);
    }
  }

  #row(cells: readonly string[]): void {
    const row = `the row "${cells.join(' | ')}"`;
    if (!this.#scope) throw this.#error(`${row} stands in a table of unknown meaning`);
    const { container, prefix } = this.#scope;
    const [first = '', second = ''] = cells;
    const statement = cells.length === 2 ? second : first;
    const fact = /^property name ?\*/.test(statement)
      ? { additionalProperties: true }
      : readStatement(statement);
    const [, name, required] = NAME.exec(first) ?? [];
    if (fact && cells.length === 2 && name !== undefined) {
      this.#add(`${prefix}${name}`, { ...(required && { required: true }), ...fact });
    } else if (fact && cells.length === 1 && container?.includes('.')) {
      this.#state(container, fact);
    } else {
      throw this.#error(`${row} cannot be read`);
    }
  }

  #add(element: string, fact: Fact): void {
    if (this.#facts.has(element)) throw this.#error(`it lists ${element} twice`);
    this.#facts.set(element, fact);
  }

  #state(element: string, fact: Fact): void {
    const known = this.#facts.get(element) ?? {};
    for (const [keyword, value] of Object.entries(fact)) {
      if (keyword in known && String(known[keyword]) !== String(value)) {
        throw this.#error(`it states ${keyword} of ${element} both as ${known[keyword]} and as ${value}`);
      }
    }
    this.#facts.set(element, inOrder({ ...known, ...fact }));
  }

  #error(message: string): PageError {
    return new PageError(`${this.#id}: ${message}`);
  }
}

function within(container: string): Scope {
  return { container, prefix: `${container}.` };
}
