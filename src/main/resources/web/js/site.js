// Search suggestions and the choice of light or dark; every page works without.
const root = document.documentElement;

function remembered() {
  try { return localStorage.getItem('theme'); } catch { return null; }
}

function show(theme) {
  if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
}
show(remembered());

for (const button of document.querySelectorAll('[data-theme-switch]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    const next = dark ? 'light' : 'dark';
    show(next);
    try { localStorage.setItem('theme', next); } catch { /* shown for this page only */ }
  });
}

function suggests(form, input, address, take) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = input.id + '-suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.getAttribute('aria-label') ?? input.labels[0]?.textContent.trim() ?? '');
  list.hidden = true;
  form.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.autocomplete = 'off';
  let chosen = -1;
  let asked = 0;

  function choose(index) {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === index));
    if (index >= 0) input.setAttribute('aria-activedescendant', list.children[index].id);
    else input.removeAttribute('aria-activedescendant');
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  }

  function fill(results) {
    list.replaceChildren(...results.map((result, i) => {
      const item = document.createElement('li');
      item.id = `${list.id}-${i}`;
      item.setAttribute('role', 'option');
      item.dataset.href = result.href;
      item.textContent = result.name;
      const kind = document.createElement('small');
      kind.textContent = result.kind;
      item.append(kind);
      item.addEventListener('mousedown', event => { event.preventDefault(); take(result.href); close(); });
      return item;
    }));
    list.hidden = results.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
  }

  input.addEventListener('input', async () => {
    const mine = ++asked;
    const text = input.value.trim();
    if (!text) { close(); return; }
    const answer = await fetch(`${address}?${new URLSearchParams({ q: text, lang: root.lang })}`, { headers: { Accept: 'application/x-suggestions+json' } });
    if (!answer.ok || mine !== asked) return;
    const [, names, kinds, addresses] = await answer.json();
    fill(names.map((name, i) => ({ name, kind: kinds[i] ?? '', href: addresses[i] })));
  });
  input.addEventListener('keydown', event => {
    if (list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === 'ArrowDown') { choose(chosen === last ? -1 : chosen + 1); event.preventDefault(); }
    if (event.key === 'ArrowUp') { choose(chosen < 0 ? last : chosen - 1); event.preventDefault(); }
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && chosen >= 0) { take(list.children[chosen].dataset.href); close(); event.preventDefault(); }
  });
  input.addEventListener('blur', close);
}
for (const form of document.querySelectorAll('form[data-suggest]')) {
  suggests(form, form.querySelector('input[type="search"]'), form.dataset.suggest, href => { location.href = href; });
}
// A field that wants a thing takes its path.
for (const input of document.querySelectorAll('input[data-suggest]')) {
  suggests(input.parentElement, input, input.dataset.suggest, href => {
    input.value = decodeURI(href).replace(/^.*?\/(?=(id|fact|lesson|figure|concept|source)\/)/, '');
  });
}
