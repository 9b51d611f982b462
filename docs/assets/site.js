// What every page does: searching, and copying code. The index is built when the search is first used.
(() => {
  const root = document.documentElement.dataset.root;
  const input = document.getElementById('search');
  const list = document.getElementById('search-results');
  const status = document.querySelector('.search [role="status"]');
  const LIMIT = 8;
  let index;
  let results = [];
  let selected = -1;

  function search(text) {
    if (!index) {
      index = new MiniSearch({
        fields: ['name', 'alias', 'page', 'text'],
        storeFields: ['name', 'page', 'href'],
        searchOptions: { boost: { alias: 8, name: 4, page: 2 }, prefix: true, combineWith: 'AND' },
      });
      index.addAll(window.SEARCH_DOCUMENTS);
    }
    const exact = index.search(text);
    // A slip of the finger still finds something.
    return (exact.length > 0 ? exact : index.search(text, { fuzzy: 0.25 })).slice(0, LIMIT);
  }

  function show() {
    const text = input.value.trim();
    results = text === '' ? [] : search(text);
    selected = results.length > 0 ? 0 : -1;
    list.replaceChildren(...results.map(option));
    status.textContent = text === '' ? '' : `${results.length} results`;
    open(results.length > 0);
    mark();
  }

  function option({ name, page }, position) {
    const item = document.createElement('div');
    item.id = `search-result-${position}`;
    item.role = 'option';
    const title = document.createElement('strong');
    title.textContent = name;
    const where = document.createElement('span');
    where.textContent = page;
    item.append(title, where);
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => go(position));
    return item;
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  }

  function mark() {
    [...list.children].forEach((item, position) => {
      item.setAttribute('aria-selected', String(position === selected));
      if (position === selected) item.scrollIntoView({ block: 'nearest' });
    });
    if (selected >= 0) input.setAttribute('aria-activedescendant', `search-result-${selected}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function go(position) {
    open(false);
    input.blur();
    location.href = root + results[position].href;
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => selected >= 0 && go(selected),
    Escape: () => {
      input.value = '';
      show();
      input.blur();
    },
  };

  function move(step) {
    if (results.length === 0) return;
    open(true);
    selected = (selected + step + results.length) % results.length;
    mark();
  }

  input.addEventListener('input', show);
  input.addEventListener('focus', () => open(results.length > 0));
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  // Before anybody else on the page: the reference would open a search of its own.
  addEventListener(
    'keydown',
    (event) => {
      const typing = event.target.closest('input, textarea, select, [contenteditable]');
      const asked = (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
      if (!asked) return;
      event.preventDefault();
      event.stopPropagation();
      input.focus();
      input.select();
    },
    true,
  );

  // Beside the text where there is room, folded above it where there is none.
  const wide = matchMedia('(min-width: 56.01rem)');
  const fold = () => {
    for (const sidebar of document.querySelectorAll('.sidebar')) sidebar.open = wide.matches;
  };
  wide.addEventListener('change', fold);
  fold();

  // Not every browser lets a page from disk write to the clipboard.
  for (const figure of navigator.clipboard ? document.querySelectorAll('.code:not(.output)') : []) {
    const button = document.createElement('button');
    button.className = 'copy';
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('pre').textContent);
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    });
    figure.append(button);
  }
})();
