import type { OperationFacts } from '../model/facts.js';
import { PageError, type PageEvent } from './page-events.js';
import { readStatement } from './read-statement.js';
import { StatedElements } from './stated-elements.js';

/** The meaning of the next rows: the prefix of their elements, and the element that they are part of. */
interface RowContext {
  readonly prefix: string;
  readonly container?: string;
  readonly response?: string;
}

type Rule = readonly [pattern: RegExp, apply: (value: string) => void];

const VARIANT = /^(?:Object|\w+Dto)$/;

/** A name ends in a letter or digit: `is_required` is a name, `is_requiredrequired` the same name marked as required. */
const FIELD = /^([\w-]*?[a-zA-Z\d]) ?(required)?(?: [–—-] (.*))?$/;
const NAME = /^([\w-]*?[a-zA-Z\d]) ?(required)?$/;

/** Reads one operation of the page, event by event. */
export class StatedOperationReader {
  readonly #stated = new StatedElements();
  readonly #outer: (RowContext | undefined)[] = [];
  #context: RowContext | undefined;

  /** Reads the next event of the operation. */
  read(event: Exclude<PageEvent, { kind: 'operation' }>): void {
    switch (event.kind) {
      case 'line':
        this.#readLine(event.text);
        break;
      case 'open':
        this.#outer.push(this.#context);
        if (!this.#readLine(event.summary)) this.#readSection(event.summary);
        break;
      case 'close':
        this.#context = this.#outer.pop();
        break;
      case 'row':
        this.#readRow(event.cells);
        break;
    }
  }

  /** Returns everything that the page states of the operation, in the order of the page. */
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
        this.#context = { prefix: `${place.toLowerCase()} ` };
      },
    ],
    [
      /^request body schema: ?(\S+)$/i,
      (content) => {
        this.#stated.add('request', { content });
        this.#context = contextWithin('request');
      },
    ],
    [
      /^([1-5]\d\d)(?: |$)/,
      (status) => {
        const response = `response ${status}`;
        this.#stated.add(response, {});
        this.#context = { prefix: `${response} header `, response };
      },
    ],
    [
      /^response schema: ?(\S+)$/i,
      (content) => {
        const response = this.#context?.response;
        if (!response) throw new PageError('a response schema is outside a response');
        this.#stated.state(response, { content });
        this.#context = contextWithin(response);
      },
    ],
    [
      /^array$/i,
      () => {
        const container = this.#context?.container;
        if (!container) throw new PageError('"Array" is outside a body or field');
        const items = container.includes('.') && { items: 'object' };
        this.#stated.state(container, { type: 'array', ...items });
        this.#context = { container, prefix: `${container}[].` };
      },
    ],
  ];

  #readLine(text: string): boolean {
    return this.#rules.some(([pattern, apply]) => {
      const match = pattern.exec(text);
      if (match) apply(match[1] ?? '');
      return match !== null;
    });
  }

  #readSection(summary: string): void {
    const { container, prefix } = this.#context ?? {};
    if (container === undefined) {
      this.#context = undefined;
    } else if (VARIANT.test(summary)) {
      if (!/^(?:request|response \w+)$/.test(container)) throw new PageError(`${container} has variants`);
      this.#context = contextWithin(this.#stated.addVariant(container));
    } else {
      const [, name, required, statement] = FIELD.exec(summary) ?? [];
      const fact = statement === undefined ? {} : readStatement(statement);
      if (name === undefined || !fact) throw new PageError(`the section "${summary}" cannot be read`);
      const field = `${prefix}${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      this.#stated.add(field, { ...(required && { required: true }), ...fact });
      this.#context = contextWithin(field);
    }
  }

  #readRow(cells: readonly string[]): void {
    const row = `the row "${cells.join(' | ')}"`;
    if (!this.#context) throw new PageError(`${row} is in a table of unknown meaning`);
    const { container, prefix } = this.#context;
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

function contextWithin(container: string): RowContext {
  return { container, prefix: `${container}.` };
}
