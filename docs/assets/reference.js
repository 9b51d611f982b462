// Follows the color scheme and fixes accessibility errors of the reference while Redocly renders it.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function applyColorScheme() {
    document.documentElement.classList.toggle('dark', dark.matches);
    document.documentElement.classList.toggle('light', !dark.matches);
  }

  function fixAccessibility() {
    // Screen readers must read the visible label.
    for (const button of document.querySelectorAll('button[aria-label="Example"]')) {
      button.removeAttribute('aria-label');
    }
    // A page must have only one main landmark; these nested ones contain single remarks.
    for (const remark of document.querySelectorAll('main main')) remark.setAttribute('role', 'presentation');
  }

  dark.addEventListener('change', applyColorScheme);
  applyColorScheme();
  fixAccessibility();
  new MutationObserver(fixAccessibility).observe(document.getElementById('redoc'), {
    childList: true,
    subtree: true,
  });
})();
