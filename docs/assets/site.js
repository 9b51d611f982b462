// The behavior of every page: search, sidebar, languages of samples and copy buttons.
(() => {
  const root = document.documentElement.dataset.root;
  const input = document.getElementById('search');
  const list = document.getElementById('search-results');
  const status = document.querySelector('.search [role="status"]');
  const LIMIT = 8;
  let loading;
  let index;
  let results = [];
  let selected = -1;

  // The index is larger than a page, so only a search loads it. A page from disk can load scripts, but not data.
  function load() {
    loading ??= Promise.all(['minisearch.js', 'search-index.js'].map(loadScript));
    return loading;
  }

  function loadScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${root}assets/${name}`;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
  }

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
    // Tolerates typos when there is no exact match.
    return (exact.length > 0 ? exact : index.search(text, { fuzzy: 0.25 })).slice(0, LIMIT);
  }

  function showResults() {
    const text = input.value.trim();
    results = text === '' ? [] : search(text);
    selected = results.length > 0 ? 0 : -1;
    list.replaceChildren(...results.map(createOption));
    status.textContent = text === '' ? '' : `${results.length} results`;
    setOpen(results.length > 0);
    markSelected();
  }

  function createOption({ name, page }, position) {
    const item = document.createElement('div');
    item.id = `search-result-${position}`;
    item.role = 'option';
    const title = document.createElement('strong');
    title.textContent = name;
    const subtitle = document.createElement('span');
    subtitle.textContent = page;
    item.append(title, subtitle);
    item.addEventListener('mousedown', (event) => event.preventDefault());
    item.addEventListener('click', () => openResult(position));
    return item;
  }

  function setOpen(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  }

  function markSelected() {
    [...list.children].forEach((item, position) => {
      item.setAttribute('aria-selected', String(position === selected));
      if (position === selected) item.scrollIntoView({ block: 'nearest' });
    });
    if (selected >= 0) input.setAttribute('aria-activedescendant', `search-result-${selected}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function openResult(position) {
    setOpen(false);
    input.blur();
    location.href = root + results[position].href;
  }

  const KEYS = {
    ArrowDown: () => moveSelection(1),
    ArrowUp: () => moveSelection(-1),
    Enter: () => selected >= 0 && openResult(selected),
    Escape: () => {
      input.value = '';
      showResults();
      input.blur();
    },
  };

  function moveSelection(step) {
    if (results.length === 0) return;
    setOpen(true);
    selected = (selected + step + results.length) % results.length;
    markSelected();
  }

  input.addEventListener('input', () => void load().then(showResults));
  input.addEventListener('focus', () => {
    void load();
    setOpen(results.length > 0);
  });
  input.addEventListener('blur', () => setOpen(false));
  input.addEventListener('keydown', (event) => {
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
    const isShortcut =
      (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!isShortcut) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // The sidebar is open beside the text on wide screens, and closed above it on narrow ones.
  const wide = matchMedia('(min-width: 56.01rem)');
  const toggleSidebars = () => {
    for (const sidebar of document.querySelectorAll('.sidebar')) sidebar.open = wide.matches;
  };
  wide.addEventListener('change', toggleSidebars);
  toggleSidebars();

  // The language of samples is the same everywhere, and kept for the next page.
  const languages = [...document.querySelectorAll('.tabs input')];
  const selectLanguage = (language) => {
    for (const choice of languages) if (choice.value === language) choice.checked = true;
  };
  for (const choice of languages) {
    choice.addEventListener('change', () => {
      selectLanguage(choice.value);
      writeSetting('language', choice.value);
    });
  }
  selectLanguage(readSetting('language'));

  // Some browsers do not let a page from disk keep settings, and throw.
  function readSetting(name) {
    try {
      return localStorage.getItem(`lddpay.${name}`);
    } catch {
      return null;
    }
  }

  function writeSetting(name, value) {
    try {
      localStorage.setItem(`lddpay.${name}`, value);
    } catch {}
  }

  // Some browsers do not let a page from disk write to the clipboard.
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
