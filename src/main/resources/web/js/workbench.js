// The SPARQL editor, results with names, and code for programs; without it the page has a form.
import { PROBLEM, plugins, problem } from './results.js';
import { localise } from './editor.js';
import { snippets } from './snippets.js';

const root = document.getElementById('workbench');
const form = document.getElementById('plain-query');
const settings = JSON.parse(root.dataset.settings);
const texts = settings.texts;
const { Yasgui, Yasqe, Yasr } = window;

// The editor throws away what is no text: a problem is handed to it as one.
const fetched = window.fetch;
window.fetch = async (...request) => {
  const answer = await fetched(...request);
  return answer.ok ? answer : new Response(PROBLEM + await answer.text(), { status: answer.status, headers: answer.headers });
};

let terms;
const allTerms = () => terms ??= fetch(settings.terms).then(answer => answer.json());

function shorten(iri, prefixes) {
  const found = Object.entries(prefixes).find(([, start]) => iri.startsWith(start)
    && /^[\w-]+$/.test(iri.slice(start.length)));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
}

let known;
const prefixes = () => known ??= fetch(settings.prefixes).then(answer => answer.json());

// What is typed is looked for in terms of the ontology by name, and in things by the search.
async function complete(yasqe, token) {
  const typed = token.string.replace(/^<|>$/g, '');
  const word = typed.replace(/^.*:/, '').toLowerCase();
  if (!typed || typed.startsWith('?')) return [];
  const [list, map] = await Promise.all([allTerms(), prefixes()]);
  const own = list
    .filter(term => [shorten(term.iri, map), term.en, term.zh].some(name => name.toLowerCase().includes(
      name.includes(':') ? typed.toLowerCase() : word)))
    .map(term => term.iri);
  const query = new URLSearchParams({ q: word, limit: 15, format: 'json' });
  const answer = word ? await fetch(`${settings.search}?${query}`) : undefined;
  const things = answer?.ok ? (await answer.json()).results.map(result => result.iri ?? result.id) : [];
  const names = [...new Set([...own, ...things])].slice(0, 40);
  names.forEach(iri => {
    const short = shorten(iri, map).match(/^([\w-]+):/);
    if (short && !(short[1] in yasqe.getPrefixesFromQuery())) offered.set(shorten(iri, map), { [short[1]]: map[short[1]] });
  });
  return names.map(iri => shorten(iri, map));
}
const offered = new Map();

Yasqe.registerAutocompleter({
  name: 'triplehelix',
  bulk: false,
  get: complete,
  isValidCompletionPosition: yasqe => {
    const token = yasqe.getCompleteToken();
    return token.string.trim().length > 0 && !/^[?$"'#]/.test(token.string) && !/^(prefix|select|where)$/i.test(token.string);
  },
  postProcessSuggestion: (yasqe, token, suggestion) => suggestion,
});

Object.assign(Yasqe.defaults, {
  autocompleters: ['prefixes', 'variables', 'triplehelix'],
  prefixCcApi: settings.prefixes,
  syntaxErrorCheck: false,
  persistenceId: null,
  createShareableLink: null,
  value: form.query.value,
});
for (const [name, Plugin] of Object.entries(plugins(settings, Yasr))) Yasr.registerPlugin(name, Plugin);
for (const name of ['table', 'response', 'boolean']) {
  Yasr.registerPlugin(name, class extends Yasr.plugins[name] {
    constructor(yasr) { super(yasr); this.label = texts[name]; this.helpReference = undefined; }
  });
}
Yasr.defaults.pluginOrder = ['names', 'table', 'chart', 'map', 'timeline', 'pivot', 'graph', 'response', 'boolean'];
const wanted = new URLSearchParams(location.search).get('view');
Yasr.defaults.defaultPlugin = Yasr.plugins[wanted] ? wanted : 'names';
Yasr.defaults.persistenceId = null;

const yasgui = new Yasgui(root, {
  requestConfig: { endpoint: settings.endpoint, method: 'POST' },
  endpointCatalogueOptions: { getData: () => [] },
  tabName: texts.tab,
  persistenceId: null,
  populateFromUrl: false,
  copyEndpointOnNewTab: true,
});
const tab = yasgui.getTab();
const editor = () => yasgui.getTab().getYasqe();
tab.setQuery(form.query.value);
form.hidden = true;
localise(root, settings.editor);

// A name that is taken brings its prefix with it.
function watch(yasqe) {
  yasqe.on('changes', () => {
    const text = yasqe.getValue();
    for (const [name, prefix] of offered) {
      if (text.includes(name)) { offered.delete(name); yasqe.addPrefixes(prefix); }
    }
  });
  let marked;
  yasqe.on('query', () => {
    if (marked) yasqe.removeLineClass(marked, 'background', 'fault-line');
    marked = undefined;
  });
  yasqe.on('queryResponse', (_, response) => {
    const { line, column } = response instanceof Error ? problem(response.message) : {};
    if (!line) return;
    marked = yasqe.addLineClass(line - 1, 'background', 'fault-line');
    yasqe.setCursor(line - 1, (column ?? 1) - 1);
    yasqe.focus();
  });
}
watch(editor());

const bar = document.createElement('p');
bar.className = 'actions';
const share = document.createElement('button');
share.type = 'button';
share.textContent = texts.share;
share.addEventListener('click', async () => {
  const link = `${settings.query}?${new URLSearchParams({ query: editor().getValue() })}`;
  history.replaceState(null, '', link);
  await navigator.clipboard?.writeText(new URL(link, location.href).href);
  share.textContent = texts.copied;
});
bar.append(share, ...[...form.querySelectorAll('button[name="format"]')].map(format => {
  const take = document.createElement('button');
  take.type = 'button';
  take.textContent = format.value.toUpperCase();
  take.addEventListener('click', () => {
    form.query.value = editor().getValue();
    form.requestSubmit(format);
  });
  return take;
}));
root.after(bar, snippets(settings, () => editor().getValue()));

if (new URLSearchParams(location.search).has('query')) editor().query().catch(() => {});
