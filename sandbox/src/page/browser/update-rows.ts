import { createElement, findElement } from './elements.js';

/** The tables that have been filled before. */
const filled = new Set<string>();

/** What each row shows. */
const contents = new WeakMap<Element, string>();

/**
 * Updates the rows of a table. Rows that did not change stay, so that the focus stays on their buttons.
 * @param readKey Returns what tells an item from the others of its list, also when the item changes.
 */
export function updateRows<T>(
  id: string,
  items: readonly T[],
  readKey: (item: T, index: number) => string | number,
  render: (item: T) => readonly HTMLElement[],
): void {
  const body = findElement(id, HTMLTableSectionElement);
  const table = body.parentElement as HTMLTableElement;
  const labels = [...table.querySelectorAll('th')].map((head) => head.textContent);
  const style = filled.has(id) ? 'new' : '';
  filled.add(id);
  const shown = new Map([...body.rows].map((row) => [row.dataset['key'], row]));
  const rows = items.map((item, index) => {
    const key = String(readKey(item, index));
    const content = JSON.stringify(item);
    const old = shown.get(key);
    if (old && contents.get(old) === content) return old;
    const cells = render(item);
    for (const [column, cell] of cells.entries()) cell.dataset['label'] = labels[column] ?? '';
    const row = createElement('tr', { role: 'row', 'data-key': key, class: style }, ...cells);
    contents.set(row, content);
    return row;
  });
  const focused = document.activeElement;
  replaceRows(body, rows);
  if (focused && !focused.isConnected) findElement(`${id}-heading`, HTMLElement).focus();
  const note = findElement(`${id}-empty`, HTMLElement);
  note.textContent = note.dataset['empty'] ?? '';
  note.hidden = items.length > 0;
  table.hidden = items.length === 0;
}

/** Replaces the rows of a table without moving those that stay, which would take the focus from their buttons. */
function replaceRows(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void {
  const kept = new Set(rows);
  for (const row of [...body.rows]) if (!kept.has(row)) row.remove();
  let place = body.firstElementChild;
  for (const row of rows) {
    if (row === place) place = place.nextElementSibling;
    else body.insertBefore(row, place);
  }
}
