// What the reference needs to be read by everybody, put right as it is drawn.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function follow() {
    document.documentElement.classList.toggle('dark', dark.matches);
    document.documentElement.classList.toggle('light', !dark.matches);
  }

  function mend() {
    // The name that is read out has to be the one that is seen.
    for (const button of document.querySelectorAll('button[aria-label="Example"]')) {
      button.removeAttribute('aria-label');
    }
    // A page has one main part; these hold single remarks.
    for (const remark of document.querySelectorAll('main main')) remark.setAttribute('role', 'presentation');
  }

  dark.addEventListener('change', follow);
  follow();
  mend();
  new MutationObserver(mend).observe(document.getElementById('redoc'), { childList: true, subtree: true });
})();
