// Ways to show the result of a query: a table with names, a chart, a graph, and what went wrong.
const ROWS = 1000;
const BASE = 'https://w3id.org/triplehelix/';
const NAMING = ['skos:prefLabel', 'rdfs:label', 'dcterms:title', 'th:gloss'];
const language = document.documentElement.lang;

// Before what the server says of a problem.
export const PROBLEM = 'problem ';

export function problem(text) {
  if (!text?.startsWith(PROBLEM)) return { detail: text };
  try { return JSON.parse(text.slice(PROBLEM.length)); } catch { return { detail: text.slice(PROBLEM.length) }; }
}

function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}

function icon(path) {
  const holder = document.createElement('div');
  holder.innerHTML = `<svg viewBox="0 0 18 18" width="15" height="15" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;
  return holder;
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

export function plugins(settings, Yasr) {
  const { texts } = settings;

  // The best names, in the language of the page where there is one.
  async function names(iris) {
    const found = new Map();
    const wanted = [...new Set(iris)].filter(iri => /^https?:[^\s<>"{}|^`\\]+$/.test(iri)).slice(0, 3000);
    if (!wanted.length) return found;
    const query = `PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX th: <${BASE}ontology#>
SELECT ?iri ?name ?rank WHERE {
  VALUES ?iri { ${wanted.map(iri => `<${iri}>`).join(' ')} }
  VALUES (?naming ?rank) { ${NAMING.map((name, i) => `(${name} ${i})`).join(' ')} }
  ?iri ?naming ?name
}`;
    const answer = await fetch(settings.endpoint, {
      method: 'POST',
      headers: { Accept: 'application/sparql-results+json' },
      body: new URLSearchParams({ query }),
    });
    if (!answer.ok) return found;
    const rank = row => Number(row.rank.value) + (row.name['xml:lang'] === language ? 0 : 10);
    for (const row of (await answer.json()).results.bindings.sort((a, b) => rank(a) - rank(b))) {
      if (!found.has(row.iri.value)) found.set(row.iri.value, row.name.value);
    }
    return found;
  }

  const short = iri => iri.replace(/^.*[/#](?=.)/, '');
  const href = iri => !iri.startsWith(BASE) ? iri
    : (iri.startsWith(`${BASE}ontology`) ? settings.root : settings.page) + iri.slice(BASE.length - 1);
  const iris = rows => rows.flatMap(row => Object.values(row)).filter(term => term.type === 'uri').map(term => term.value);

  class Shown {
    constructor(yasr) { this.yasr = yasr; }
    get rows() { return this.yasr.results?.getBindings?.() ?? null; }
    get columns() { return this.yasr.results.getVariables(); }
    canHandleResults() { return Boolean(this.rows); }
  }

  class Names extends Shown {
    priority = 20;
    label = texts.names;
    getIcon() { return icon('M2 4h14M2 9h14M2 14h14'); }
    async draw() {
      const rows = this.rows.slice(0, ROWS);
      const called = await names(iris(rows));
      const table = element('table', '', { class: 'result-names' });
      const head = element('tr');
      head.append(...this.columns.map(column => element('th', column, { scope: 'col' })));
      table.append(head, ...rows.map(row => {
        const line = element('tr');
        line.append(...this.columns.map(column => {
          const term = row[column];
          const cell = element('td');
          if (term?.type === 'uri') cell.append(element('a', called.get(term.value) ?? short(term.value), { href: href(term.value), title: term.value }));
          else cell.textContent = term?.value ?? '';
          if (term?.datatype && !Number.isNaN(Number(term.value))) cell.className = 'number';
          return cell;
        }));
        return line;
      }));
      const more = texts.more.replace('{shown}', ROWS).replace('{total}', this.rows.length);
      this.yasr.resultsEl.replaceChildren(table, ...(this.rows.length > ROWS ? [element('p', more)] : []));
    }
  }

  const isNumber = term => term && term.type !== 'uri' && term.value.trim() !== '' && !Number.isNaN(Number(term.value));

  class Chart extends Shown {
    priority = 5;
    label = texts.chart;
    getIcon() { return icon('M3 16V9M9 16V3M15 16v-5'); }
    get numbers() { return this.columns.filter(c => this.rows.some(row => isNumber(row[c]))); }
    canHandleResults() { return Boolean(this.rows?.length) && this.numbers.length > 0; }
    async draw() {
      await (window.echarts ?? script(settings.echarts));
      const rows = this.rows.slice(0, 60);
      const called = await names(iris(rows));
      const of = this.columns.filter(column => !this.numbers.includes(column));
      const label = row => of.map(c => row[c]).filter(Boolean).map(t => called.get(t.value) ?? (t.type === 'uri' ? short(t.value) : t.value)).join(' · ');
      const holder = element('div', '', { class: 'result-chart' });
      this.yasr.resultsEl.replaceChildren(holder);
      window.echarts.init(holder, null, { renderer: 'svg', locale: language.toUpperCase() }).setOption({
        aria: { enabled: true },
        tooltip: { trigger: 'axis' },
        grid: { containLabel: true, left: 8, right: 24, top: 32, bottom: 8 },
        legend: {},
        yAxis: { type: 'category', inverse: true, data: rows.map(label), axisLabel: { width: 240, overflow: 'truncate' } },
        xAxis: { type: 'value' },
        series: this.numbers.map(name => ({ name, type: 'bar', data: rows.map(row => isNumber(row[name]) ? Number(row[name].value) : null) })),
      });
    }
  }

  class Graph extends Shown {
    priority = 4;
    label = texts.graph;
    getIcon() { return icon('M4 14L9 4L14 14M2 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 4a2 2 0 1 0 4 0a2 2 0 1 0-4 0M12 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0'); }
    canHandleResults() {
      return Boolean(this.rows?.some(row => Object.values(row).filter(t => t.type === 'uri').length > 1))
        || Boolean(this.yasr.results?.getStatements?.()?.length);
    }
    edges() {
      const statements = this.yasr.results.getStatements?.() ?? [];
      if (statements.length) return statements.map(s => [s.subject.value, s.predicate.value, s.object.value]);
      return this.rows.slice(0, 400).map(row => this.columns.map(c => row[c]).filter(t => t?.type === 'uri').map(t => t.value))
        .filter(terms => terms.length > 1)
        .map(terms => terms.length > 2 ? terms : [terms[0], '', terms[1]]);
    }
    async draw() {
      await (window.cytoscape ?? script(settings.cytoscape));
      const edges = this.edges();
      const called = await names(edges.flat());
      const name = iri => called.get(iri) ?? short(iri);
      const holder = element('div', '', { class: 'result-graph' });
      this.yasr.resultsEl.replaceChildren(holder);
      const nodes = new Set(edges.flatMap(([from, , to]) => [from, to]));
      window.cytoscape({
        container: holder, maxZoom: 1.6, minZoom: 0.15,
        elements: [
          ...[...nodes].map(id => ({ data: { id, label: name(id) } })),
          ...edges.map(([source, relation, target]) => ({ data: { source, target, label: relation && name(relation) } })),
        ],
        style: [
          { selector: 'node', style: { label: 'data(label)', 'font-size': 11, 'background-color': '#0a5a6a', width: 14, height: 14, 'text-wrap': 'wrap', 'text-max-width': 120 } },
          { selector: 'edge', style: { label: 'data(label)', 'font-size': 9, width: 1, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'line-color': '#8a939b', 'target-arrow-color': '#8a939b', color: '#56616b' } },
        ],
        layout: { name: 'cose', animate: false, randomize: false, padding: 30 },
      }).on('tap', 'node', event => { location.href = href(event.target.id()); });
    }
  }

  class Fault {
    priority = 30;
    constructor(yasr) { this.yasr = yasr; }
    label = texts.error;
    hideFromSelection = true;
    getIcon() { return icon('M9 3v8M9 14v1'); }
    canHandleResults() { return Boolean(this.yasr.results?.getError?.()); }
    draw() {
      const error = this.yasr.results.getError();
      const told = problem(error.text ?? error.statusText);
      const box = element('div', '', { class: 'fault', role: 'alert' });
      box.append(element('p', texts.error), element('p', told.detail), element('p', told.remedy ?? ''));
      if (told.line) box.append(element('p', texts.line.replace('{line}', told.line).replace('{column}', told.column)));
      this.yasr.resultsEl.replaceChildren(box);
    }
  }
  return { names: Names, chart: Chart, graph: Graph, error: Fault };
}
