// Ways to show the result of a query: a table with names, a chart, a map, a timeline, a pivot table, a graph, and what went wrong.
import { button, colour, csv, element, save, saveSvg, script } from './drawing.js';
import { mapView, pivotView, timelineView } from './views.js';

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

function icon(path) {
  const holder = document.createElement('div');
  holder.innerHTML = `<svg viewBox="0 0 18 18" width="15" height="15" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>`;
  return holder;
}

export function plugins(settings, Yasr) {
  const { texts } = settings;

  async function ask(query) {
    const answer = await fetch(settings.endpoint, {
      method: 'POST',
      headers: { Accept: 'application/sparql-results+json' },
      body: new URLSearchParams({ query }),
    });
    return answer.ok ? (await answer.json()).results.bindings : [];
  }

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
    const rank = row => Number(row.rank.value) + (row.name['xml:lang'] === language ? 0 : 10);
    for (const row of (await ask(query)).sort((a, b) => rank(a) - rank(b))) {
      if (!found.has(row.iri.value)) found.set(row.iri.value, row.name.value);
    }
    return found;
  }

  const isNumber = term => /#(integer|decimal|double|float|int|long)$/.test(term?.datatype) && !Number.isNaN(Number(term.value));
  const short = iri => iri.replace(/^.*[/#](?=.)/, '');
  const href = iri => !iri.startsWith(BASE) ? iri
    : (iri.startsWith(`${BASE}ontology`) ? settings.root : settings.page) + iri.slice(BASE.length - 1);
  const column = name => settings.columns[name] ?? name;
  const isOfTheWeb = iri => /^https?:/.test(iri);
  const link = (iri, text) => isOfTheWeb(iri) ? element('a', text, { href: href(iri), title: iri }) : element('span', text);
  const iris = rows => rows.flatMap(row => Object.values(row)).filter(term => term.type === 'uri').map(term => term.value);

  class Shown {
    constructor(yasr) { this.yasr = yasr; }
    get rows() { return this.yasr.results?.getBindings?.() ?? null; }
    get columns() { return this.yasr.results.getVariables(); }
    canHandleResults() { return Boolean(this.rows); }
    show(...parts) { this.yasr.resultsEl.replaceChildren(...parts); }
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
      head.append(...this.columns.map(name => element('th', column(name), { scope: 'col', title: `?${name}` })));
      table.append(head, ...rows.map(row => {
        const line = element('tr');
        line.append(...this.columns.map(name => {
          const term = row[name];
          const cell = element('td');
          if (term?.type === 'uri') cell.append(link(term.value, called.get(term.value) ?? short(term.value)));
          else cell.textContent = term?.value ?? '';
          if (isNumber(term)) cell.className = 'number';
          return cell;
        }));
        return line;
      }));
      const more = texts.more.replace('{shown}', ROWS).replace('{total}', this.rows.length);
      const bar = element('p', '', { class: 'actions' });
      bar.append(button(texts.data, () => this.keep()));
      this.show(table, ...(this.rows.length > ROWS ? [element('p', more)] : []), bar);
    }
    // All rows, names in place of IRIs.
    async keep() {
      const called = await names(iris(this.rows));
      const told = term => !term ? '' : term.type === 'uri' ? called.get(term.value) ?? term.value : term.value;
      save(csv([this.columns.map(column), ...this.rows.map(row => this.columns.map(name => told(row[name])))]), 'text/csv', 'answer.csv');
    }
  }


  class Chart extends Shown {
    priority = 5;
    label = texts.chart;
    getIcon() { return icon('M3 16V9M9 16V3M15 16v-5'); }
    get numbers() { return this.columns.filter(c => this.rows.some(row => isNumber(row[c]))); }
    canHandleResults() { return Boolean(this.rows?.length) && this.numbers.length > 0; }
    // Numbers of unlike units do not stand on one scale.
    get groups() {
      const rows = this.rows.slice(0, 60);
      const unit = this.columns.find(c => rows.some(row => row[c]?.value.startsWith('http://qudt.org/vocab/unit/')));
      const groups = new Map();
      rows.forEach(row => {
        const key = unit ? row[unit]?.value ?? '' : '';
        groups.set(key, [...groups.get(key) ?? [], row]);
      });
      return groups;
    }
    async draw() {
      await (window.echarts ?? script(settings.echarts));
      const called = await names(iris(this.rows.slice(0, 60)));
      const told = this.groups.size > 1 ? [element('p', texts.chartUnlike, { class: 'note' })] : [];
      this.show(...told);
      this.groups.forEach((rows, unit) => this.chart(rows, unit && (called.get(unit) ?? short(unit)), called));
    }
    chart(rows, unit, called) {
      const of = this.columns.filter(column => !this.numbers.includes(column));
      const label = row => [...new Set(of.map(c => row[c]).filter(t => t && !t.value.startsWith('http://qudt.org/vocab/unit/')).map(t => called.get(t.value) ?? (t.type === 'uri' ? short(t.value) : t.value)))].join(' · ');
      const holder = element('div', '', { class: 'result-chart', role: 'img', 'aria-label': `${texts.chart} ${unit}` });
      holder.style.height = `${Math.max(9, 5 + rows.length * (1.1 + 0.5 * this.numbers.length))}rem`;
      const bar = element('p', '', { class: 'actions' });
      bar.append(button(texts.picture, () => saveSvg(holder.querySelector('svg'), 'chart.svg')));
      this.yasr.resultsEl.append(holder, bar);
      const text = { color: colour('--ink') };
      window.echarts.init(holder, null, { renderer: 'svg', locale: language.toUpperCase() }).setOption({
        aria: { enabled: true },
        title: { text: unit, textStyle: { ...text, fontSize: 13, fontWeight: 'normal' } },
        textStyle: text,
        tooltip: { trigger: 'axis' },
        grid: { containLabel: true, left: 8, right: 48, top: 36, bottom: 8 },
        legend: { textStyle: text },
        yAxis: { type: 'category', inverse: true, data: rows.map(label), axisLabel: { ...text, width: 260, overflow: 'truncate' } },
        xAxis: { type: 'value', axisLabel: { ...text, hideOverlap: true }, splitLine: { lineStyle: { color: colour('--line') } } },
        series: this.numbers.filter(name => rows.some(row => isNumber(row[name]))).map((name, i) => ({
          name: column(name), type: 'bar', itemStyle: { color: [colour('--accent'), colour('--plan'), colour('--infer'), colour('--doubt')][i % 4] },
          data: rows.map(row => isNumber(row[name]) ? Number(row[name].value) : null) })),
      });
    }
  }

  const kit = { settings, texts, base: BASE, ask, names, iris, link, short, column, isNumber };

  // A view that makes its parts from rows.
  function viewed(view, name, priority, path) {
    return class extends Shown {
      priority = priority;
      label = texts[name];
      getIcon() { return icon(path); }
      canHandleResults() { return Boolean(this.rows) && view.can(this.rows); }
      async draw() { this.show(...await view.draw(this.rows, this.columns)); }
    };
  }
  const Places = viewed(mapView(kit), 'map', 3, 'M9 16s5-5.5 5-9a5 5 0 0 0-10 0c0 3.500 5 9 5 9zM7.500 7a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0');
  const Timeline = viewed(timelineView(kit), 'timeline', 2, 'M2 15h14M4 11h5M7 7h7M10 3h5');
  const Pivot = viewed(pivotView(kit), 'pivot', 1, 'M2 3h14v12H2zM2 7h14M7 3v12');

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
          { selector: 'node', style: { label: 'data(label)', 'font-size': 11, color: colour('--ink'), 'background-color': colour('--accent'), width: 14, height: 14, 'text-wrap': 'wrap', 'text-max-width': 120 } },
          { selector: 'edge', style: { label: 'data(label)', 'font-size': 9, width: 1, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'line-color': colour('--soft'), 'target-arrow-color': colour('--soft'), color: colour('--soft') } },
        ],
        layout: { name: 'cose', animate: false, randomize: false, padding: 30 },
      }).on('tap', 'node', event => { if (isOfTheWeb(event.target.id())) location.href = href(event.target.id()); });
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
  return { names: Names, chart: Chart, map: Places, timeline: Timeline, pivot: Pivot, graph: Graph, error: Fault };
}
