// The behavior of every page: search, theme, lists of pages and sections, languages of samples, copy buttons, and
// what loads the runner.
(() => {
  const root = document.documentElement.dataset.root;
  const input = document.getElementById('search');

  // The search is larger than a page, so that it is loaded when it is opened. A page from disk can load scripts,
  // but not data.
  input.addEventListener('focus', () => ['search-index.js', 'search.js'].forEach(loadScript), { once: true });

  function loadScript(name) {
    const script = document.createElement('script');
    script.src = `${root}assets/${name}`;
    // In the order of their names.
    script.async = false;
    document.head.append(script);
  }

  addEventListener('keydown', (event) => {
    const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
    const isShortcut =
      (event.key === '/' && !isTyping) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!isShortcut) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  // Before the first paint, a script in the page has set the theme.
  const theme = document.getElementById('theme');
  theme.value = document.documentElement.dataset.theme ?? 'auto';
  theme.addEventListener('change', () => {
    document.documentElement.dataset.theme = theme.value;
    writeSetting('theme', theme.value);
  });

  // Lists are open beside the text on wide screens, and closed above it on narrow ones.
  openOnWideScreens('.sidebar', '(min-width: 56.01rem)');
  openOnWideScreens('.contents', '(min-width: 76.01rem)');

  function openOnWideScreens(selector, query) {
    const wide = matchMedia(query);
    const toggle = () => {
      for (const list of document.querySelectorAll(selector)) list.open = wide.matches;
    };
    wide.addEventListener('change', toggle);
    toggle();
  }

  // The section at the top of the screen is marked in the list of sections.
  const sections = new Map(
    [...document.querySelectorAll('.contents a')].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  const markSection = () => {
    const tops = [...sections.keys()].filter((heading) => heading.getBoundingClientRect().top < 120);
    for (const link of sections.values()) link.removeAttribute('aria-current');
    sections.get(tops.at(-1))?.setAttribute('aria-current', 'true');
  };
  if (sections.size > 0) {
    addEventListener('scroll', () => requestAnimationFrame(markSection), { passive: true });
    markSection();
  }

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

  // The runner of the examples is large, so that the first click on one of its buttons loads it.
  document.addEventListener('click', function load({ target }) {
    const button = target.closest('.run-controls button');
    if (!button) return;
    document.removeEventListener('click', load);
    button.ariaBusy = 'true';
    const script = document.createElement('script');
    script.src = `${root}assets/runner.js`;
    script.addEventListener('load', () => {
      button.ariaBusy = null;
      button.click();
    });
    script.addEventListener('error', () => {
      button.ariaBusy = null;
      document.addEventListener('click', load);
    });
    document.head.append(script);
  });
})();
