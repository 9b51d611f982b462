import type { Fact, OperationFacts } from '../model/facts.js';
import { PageError, type PageEvent } from './page-events.js';
import { readStatement } from './read-statement.js';
import { isLikeStatus, readStatus } from './read-status.js';
import { StatedElements } from './stated-elements.js';

/** The meaning of the next rows: the prefix of their elements, and the element that they are part of. */
interface RowContext {
  readonly prefix: string;
  readonly container?: string;
  readonly response?: string;
}

type Rule = readonly [pattern: RegExp, apply: (value: string) => void];

/** A line that only the reference of an operation has. */
const STRUCTURE =
  /^(?:authorizations:?|responses:?|\w+ parameters:?|(?:request|response)(?: body)? schema: ?\S.*)$/i;

const VARIANT = /^(?:Object|\w+Dto)$/;

/**
 * A name ends in a letter or digit: `is_required` is a name, `is_requiredrequired` the same name marked as required,
 * and `cvvDeprecated` the name `cvv`, marked as deprecated.
 */
const MARKED_NAME = String.raw`([\w-]*?[a-zA-Z\d])((?: ?required| deprecated| ?Deprecated)*)`;
const NAME = new RegExp(`^${MARKED_NAME}$`);
const FIELD = new RegExp(`^${MARKED_NAME}(?: [–—-] (.*))?$`);

/** Tells whether a line can only be a part of an operation. */
export function isStructure(text: string): boolean {
  return STRUCTURE.test(text) || isLikeStatus(text);
}

/** Reads one operation of the page, event by event. */
export class StatedOperationReader {
  readonly #stated = new StatedElements();
  readonly #outer: { readonly context: RowContext | undefined; readonly section: string }[] = [];
  #context: RowContext | undefined;
  /** The element or section that the next lines describe. */
  #section = 'operation';

  /** Reads the next event of the operation. */
  read(event: Exclude<PageEvent, { kind: 'operation' }>): void {
    switch (event.kind) {
      case 'line':
        if (!this.#applyRule(event.text)) this.#readLine(event);
        break;
      case 'open':
        this.#outer.push({ context: this.#context, section: this.#section });
        if (!this.#applyRule(event.summary)) this.#readSection(event.summary);
        break;
      case 'close': {
        const outer = this.#outer.pop();
        this.#context = outer?.context;
        this.#section = outer?.section ?? 'operation';
        break;
      }
      case 'row':
        this.#readRow(event.cells);
        break;
    }
  }

  /** Returns everything that the page states of the operation, in the order of the page. */
  facts(): OperationFacts {
    return this.#stated.facts();
  }

  /** Returns the text of all elements and sections of the operation. */
  prose(): Readonly<Record<string, string>> {
    return this.#stated.prose();
  }

  readonly #rules: readonly Rule[] = [
    [/^beta$/i, () => this.#stated.state('operation', { beta: true })],
    [/^deprecated$/i, () => this.#stated.state('operation', { deprecated: true })],
    [
      /^authorizations:?$/i,
      () => {
        this.#stated.add('security', {});
        this.#section = 'security';
      },
    ],
    [
      /^responses:?$/i,
      () => {
        this.#context = undefined;
        this.#section = 'responses';
      },
    ],
    [/^http: ?(\w+)$/i, (scheme) => this.#stated.state('security', { scheme })],
    [/^(bearer)(?: ?(?:or ?)?bearer)*$/i, (scheme) => this.#stated.state('security', { scheme })],
    [/^http authorization scheme: ?(\w+)$/i, (scheme) => this.#stated.state('security', { scheme })],
    [/^bearer format: ?(\w+)$/i, (bearerFormat) => this.#stated.state('security', { bearerFormat })],
    [
      /^(header|path|query|cookie) parameters:?$/i,
      (place) => {
        this.#context = { prefix: `${place.toLowerCase()} ` };
        this.#section = `${place.toLowerCase()} parameters`;
      },
    ],
    [
      /^request body schema: ?(\S+)$/i,
      (content) => {
        this.#stated.add('request', { content });
        this.#enter(contextWithin('request'));
      },
    ],
    [
      /^response schema: ?(\S+)$/i,
      (content) => {
        const response = this.#context?.response;
        if (!response) throw new PageError('a response schema is outside a response');
        this.#stated.state(response, { content });
        this.#enter(contextWithin(response));
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

  #applyRule(text: string): boolean {
    const status = readStatus(text);
    if (status) {
      const response = `response ${status.status}`;
      this.#stated.add(response, {});
      this.#stated.describe(response, status.title);
      this.#context = { prefix: `${response} header `, response };
      this.#section = response;
      return true;
    }
    return this.#rules.some(([pattern, apply]) => {
      const match = pattern.exec(text);
      if (match) apply(match[1] ?? '');
      return match !== null;
    });
  }

  /** Reads a line that states nothing in a form of its own, apart from a mark at the end of a title. */
  #readLine({ text, level }: { readonly text: string; readonly level?: number }): void {
    if (STRUCTURE.test(text)) throw new PageError(`the line "${text}" cannot be read`);
    const isTitle = level !== undefined && this.#section === 'operation';
    const [, title = text, mark] = (isTitle && /^(.*\S) ?[([](beta|deprecated)[)\]]$/i.exec(text)) || [];
    if (mark !== undefined) this.#stated.state('operation', { [mark.toLowerCase()]: true });
    this.#stated.describe(this.#section, title);
  }

  #enter(context: RowContext & { readonly container: string }): void {
    this.#context = context;
    this.#section = context.container;
  }

  #readSection(summary: string): void {
    const { container, prefix } = this.#context ?? {};
    if (container === undefined) {
      this.#stated.describe(this.#section, summary);
      this.#context = undefined;
    } else if (VARIANT.test(summary)) {
      if (!/^(?:request|response \w+)$/.test(container)) throw new PageError(`${container} has variants`);
      this.#enter(contextWithin(this.#stated.addVariant(container)));
      this.#stated.describe(this.#section, summary);
    } else {
      const [, title, marks, stated] = FIELD.exec(summary) ?? [];
      const statement = stated === undefined ? { fact: {}, prose: '' } : readStatement(stated);
      if (title === undefined || !statement) throw new PageError(`the section "${summary}" cannot be read`);
      // Titles begin with a capital letter, names of fields do not: the facts keep the title as it is written.
      const name = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
      const field = `${prefix}${name}`;
      const spelling = name !== title && { spelling: title };
      this.#stated.add(field, { ...readMarks(marks), ...statement.fact, ...spelling });
      this.#stated.describe(field, statement.prose.replace(/^[–—-] /, ''));
      this.#enter(contextWithin(field));
    }
  }

  #readRow(cells: readonly string[]): void {
    const row = `the row "${cells.join(' | ')}"`;
    if (!this.#context) throw new PageError(`${row} is in a table of unknown meaning`);
    const { container, prefix } = this.#context;
    const [first = '', second = ''] = cells;
    const text = cells.length === 2 ? second : first;
    const free = /^property name ?\*(?: ?additional property)?(?: ?any)? ?(.*)$/.exec(text);
    const statement = free
      ? { fact: { additionalProperties: true }, prose: free[1] ?? '' }
      : readStatement(text);
    const [, name, marks] = NAME.exec(first) ?? [];
    if (statement && cells.length === 2 && name !== undefined) {
      this.#stated.add(`${prefix}${name}`, { ...readMarks(marks), ...statement.fact });
      this.#stated.describe(`${prefix}${name}`, statement.prose);
    } else if (statement && cells.length === 1 && container?.includes('.')) {
      this.#stated.state(container, statement.fact);
      this.#stated.describe(container, statement.prose);
    } else {
      throw new PageError(`${row} cannot be read`);
    }
  }
}

function contextWithin(container: string): RowContext & { readonly container: string } {
  return { container, prefix: `${container}.` };
}

function readMarks(marks = ''): Fact {
  return {
    ...(/required/.test(marks) && { required: true }),
    ...(/deprecated/i.test(marks) && { deprecated: true }),
  };
}
