// Narrows the terms on the page to those whose names have what is typed; all are there without.
const form = document.getElementById('term-filter');
const input = document.getElementById('terms');
const status = form.querySelector('[role="status"]');
const terms = [...document.querySelectorAll('.term')];
const names = terms.map((term) => {
  const named = term.querySelector('h3') ?? term;
  return `${term.id} ${named.textContent}`.toLowerCase();
});

function narrow() {
  const wanted = input.value.trim().toLowerCase();
  let found = 0;
  terms.forEach((term, i) => {
    term.hidden = !names[i].includes(wanted);
    if (!term.hidden) found += 1;
  });
  for (const topic of document.querySelectorAll('.topic')) {
    topic.hidden = !topic.querySelector('.term:not([hidden])');
  }
  for (const diagram of document.querySelectorAll('.diagram')) diagram.hidden = wanted !== '';
  status.textContent = wanted === '' ? '' : status.dataset.text.replace('{0}', found);
}

form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
input.addEventListener('input', narrow);
// A link to a term that is filtered away shows all again.
window.addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest('[hidden]')) {
    input.value = '';
    narrow();
    target.scrollIntoView();
  }
});
