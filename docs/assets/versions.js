// On a site that is published beside other versions: a choice of the version, and the way from an older one to the
// newest. The folder above lists their folders, newest first, in versions.json. A page from disk reads no list.
void (async () => {
  if (!location.protocol.startsWith('http')) return;
  const site = new URL(document.documentElement.dataset.root || './', location.href);
  const versions = await readVersions();
  const current = site.pathname.split('/').at(-2);
  if (!versions.includes(current)) return;
  const path = location.href.slice(site.href.length).replace(/#.*/, '');
  showChoice();
  if (current !== versions[0]) await showNewest(versions[0]);

  async function readVersions() {
    try {
      const names = await (await fetch(new URL('../versions.json', site))).json();
      return names.filter((name) => /^v\d[\w.-]*$/.test(name));
    } catch {
      return [];
    }
  }

  function showChoice() {
    const choice = document.createElement('select');
    choice.className = 'versions';
    choice.ariaLabel = 'Version';
    choice.append(...versions.map((name) => new Option(name, name, name === current, name === current)));
    choice.addEventListener('change', async () => {
      location.href = await findPage(choice.value);
    });
    document.querySelector('header .version').replaceWith(choice);
  }

  async function showNewest(newest) {
    const note = document.createElement('p');
    note.className = 'outdated';
    const link = document.createElement('a');
    link.href = await findPage(newest);
    link.textContent = newest;
    note.append(`This page is about ${current}. The newest version is `, link, '.');
    document.querySelector('header.site').after(note);
  }

  // Returns the URL of this page in another version, or of its start page where it has none.
  async function findPage(name) {
    const start = new URL(`../${name}/`, site);
    const page = new URL(path, start);
    const { ok } = await fetch(page, { method: 'HEAD' }).catch(() => ({ ok: false }));
    return ok ? page.href : start.href;
  }
})();
