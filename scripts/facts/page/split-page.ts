import { PageError, type PageEvent } from './page-events.js';
import { isStructure } from './stated-operation-reader.js';

/** An event within an operation. */
type PartEvent = Exclude<PageEvent, { kind: 'operation' }>;

/** A page split at the headings of its operations. */
export interface PageParts {
  /** The events of each operation by its id. */
  readonly operations: ReadonlyMap<string, readonly PartEvent[]>;
  /** All text outside the operations. */
  readonly otherText: string;
}

/** A part of the page below a heading; without an id it is outside the operations. */
interface Part {
  readonly id?: string;
  readonly title?: string;
  readonly events: PartEvent[];
}

/**
 * Splits a page at the headings of its operations.
 *
 * @throws PageError if an operation has two headings, or none that links to it.
 */
export function splitPage(events: Iterable<PageEvent>): PageParts {
  const operations = new Map<string, readonly PartEvent[]>();
  const others: Part[] = [];
  for (const part of listParts(events)) {
    if (part.id === undefined) others.push(part);
    else if (operations.has(part.id)) throw new PageError(`the page describes ${part.id} twice`);
    else operations.set(part.id, part.events);
  }
  if (operations.size === 0) throw new PageError('the page describes no operation');
  return { operations, otherText: others.map(readText).join(' ') };
}

/** A heading without a link begins a part as well, unless it is the title below the link of an operation. */
function listParts(events: Iterable<PageEvent>): Part[] {
  let part: Part = { events: [] };
  const parts = [part];
  let operationLevel: number | undefined;
  let depth = 0;
  const begin = (next: Part) => {
    part = next;
    parts.push(part);
  };
  for (const event of events) {
    if (event.kind === 'operation') {
      operationLevel = event.level;
      begin({ id: event.id, events: [] });
      continue;
    }
    if (event.kind === 'open') depth++;
    if (event.kind === 'close') depth--;
    const isHeading = event.kind === 'line' && event.level !== undefined && event.level === operationLevel;
    if (isHeading && depth === 0 && part.events.length > 0 && !isStructure(event.text))
      begin({ title: event.text, events: [event] });
    else part.events.push(event);
  }
  return parts;
}

function readText({ title, events }: Part): string {
  return events
    .map((event) => {
      if (event.kind === 'row') return event.cells.join(' ');
      const text = event.kind === 'line' ? event.text : event.kind === 'open' ? event.summary : '';
      if (!isStructure(text)) return text;
      const heading = title === undefined ? 'the beginning of the page' : `the heading "${title}"`;
      throw new PageError(`${heading} links to no operation, but an operation is described below it`);
    })
    .join(' ');
}
