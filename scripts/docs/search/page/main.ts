import { createSearch, type Finding } from './find-entries.js';
import type { IndexedEntry } from './indexed-entry.js';

declare global {
  interface Window {
    /** The index, from a script of its own. */
    readonly searchEntries: readonly IndexedEntry[];
  }
}

/** What to look at when nothing is found. */
const START = ['guides/quick-start.html', 'guides/idempotency.html', 'guides/errors.html', 'api/index.html'];

const root = document.documentElement.dataset['root'] ?? '';
const input = document.querySelector('#search') as HTMLInputElement;
const popup = document.querySelector('.search .popup') as HTMLElement;
const message = document.querySelector('.search .message') as HTMLElement;
const list = document.querySelector('#search-results') as HTMLElement;
const status = document.querySelector('.search [role="status"]') as HTMLElement;

const find = createSearch(window.searchEntries);
let results: readonly Finding[] = [];
let selected = -1;

function showResults(): void {
  const query = input.value.trim();
  const findings = query === '' ? { results: [] } : find(query);
  const isFound = findings.results.length > 0;
  results = query === '' || isFound ? findings.results : listStartPages();
  selected = results.length > 0 ? 0 : -1;
  list.replaceChildren(...results.map(createOption));
  showMessage(query, isFound, findings.suggestion);
  setOpen(results.length > 0);
  markSelected();
}

function listStartPages(): Finding[] {
  return START.flatMap((href) => window.searchEntries.filter((entry) => entry.href === href)).map(
    (entry) => ({ entry, snippet: [] }),
  );
}

function showMessage(query: string, isFound: boolean, suggestion: string | undefined): void {
  message.replaceChildren();
  if (!isFound) message.append(`Nothing found for “${query}”. These pages may help:`);
  else if (suggestion) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = suggestion;
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      input.value = suggestion;
      showResults();
    });
    message.append('Did you mean ', button, '?');
  }
  message.hidden = message.childNodes.length === 0;
  const count = results.length === 1 ? '1 result' : `${results.length} results`;
  status.textContent = query === '' ? '' : `${message.textContent} ${isFound ? count : ''}`.trim();
}

function createOption({ entry, snippet }: Finding, position: number): HTMLElement {
  const item = document.createElement('div');
  item.id = `search-result-${position}`;
  item.role = 'option';
  const text = createElement('span', 'snippet');
  text.append(
    ...snippet.map((part) => {
      if (!part.marked) return part.text;
      const mark = document.createElement('mark');
      mark.textContent = part.text;
      return mark;
    }),
  );
  item.append(createElement('strong', '', entry.name), createElement('span', 'page', entry.page), text);
  item.addEventListener('mousedown', (event) => event.preventDefault());
  item.addEventListener('click', () => openResult(position));
  return item;
}

function createElement(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function setOpen(isOpen: boolean): void {
  popup.hidden = !isOpen;
  input.setAttribute('aria-expanded', String(isOpen));
}

function markSelected(): void {
  [...list.children].forEach((item, position) => {
    item.setAttribute('aria-selected', String(position === selected));
    if (position === selected) item.scrollIntoView({ block: 'nearest' });
  });
  if (selected >= 0) input.setAttribute('aria-activedescendant', `search-result-${selected}`);
  else input.removeAttribute('aria-activedescendant');
}

function openResult(position: number): void {
  setOpen(false);
  input.blur();
  location.href = root + (results[position]?.entry.href ?? '');
}

function moveSelection(step: number): void {
  if (results.length === 0) return;
  setOpen(true);
  selected =
    selected < 0 && step < 0 ? results.length - 1 : (selected + step + results.length) % results.length;
  markSelected();
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowDown: () => moveSelection(1),
  ArrowUp: () => moveSelection(-1),
  Enter: () => {
    if (selected >= 0) openResult(selected);
  },
  Escape: () => {
    input.value = '';
    showResults();
    input.blur();
  },
};

input.addEventListener('input', showResults);
input.addEventListener('focus', () => setOpen(results.length > 0));
input.addEventListener('blur', () => setOpen(false));
input.addEventListener('keydown', (event) => {
  const press = KEYS[event.key];
  if (!press) return;
  event.preventDefault();
  press();
});
// What was typed while the index was loading.
showResults();
