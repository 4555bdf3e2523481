// Draws a part of the graph: a click on a thing grows it, a click on a line tells its evidence.
import { button, colour, csv, drawn, element, save, saveSvg, script } from './drawing.js';

const root = document.getElementById('explore');
const language = document.documentElement.lang;
const settings = root && JSON.parse(root.dataset.settings);
const KINDS = new Map(settings?.kinds.map(kind => [kind.name, kind]));

const LOOKS = { doubt: '--doubt', plan: '--plan', infer: '--infer' };

// The picture as it stands, as SVG: what is hidden is not in it.
function vector(cy) {
  const shown = cy.elements(':visible');
  const { x1, y1, w, h } = shown.boundingBox();
  const svg = drawn('svg', { viewBox: `${x1 - 20} ${y1 - 20} ${w + 40} ${h + 40}`, width: Math.round(w + 40), height: Math.round(h + 40), 'font-family': 'sans-serif' });
  const head = drawn('marker', { id: 'head', viewBox: '0 0 6 6', refX: 15, refY: 3, markerWidth: 6, markerHeight: 6, orient: 'auto' }, drawn('path', { d: 'M0 0L6 3L0 6z', fill: colour('--soft') }));
  svg.append(drawn('defs', {}, head));
  shown.edges().forEach(e => {
    const [from, to] = [e.source().position(), e.target().position()];
    const title = drawn('title');
    title.textContent = e.data('label');
    svg.append(drawn('line', {
      x1: from.x, y1: from.y, x2: to.x, y2: to.y, 'marker-end': 'url(#head)', 'stroke-width': 1.2,
      stroke: colour(LOOKS[e.data('look')] ?? '--soft'), 'stroke-dasharray': e.data('look') ? '5 4' : 'none' }, title));
  });
  shown.nodes().forEach(n => {
    const { x, y } = n.position();
    svg.append(drawn('circle', { cx: x, cy: y, r: 8, fill: KINDS.get(n.data('kind')).colour }));
    if (n.data('kind') === 'statement') return;
    const text = drawn('text', { x, y: y + 22, 'text-anchor': 'middle', 'font-size': 11, fill: colour('--ink') });
    text.textContent = n.data('label');
    svg.append(text);
  });
  return svg;
}

// What is shown, as files; another format is another line here.
const FILES = {
  png: (cy, name) => save(cy.png({ full: true, scale: 2, bg: colour('--paper'), output: 'blob' }), 'image/png', `${name}.png`),
  svg: (cy, name) => saveSvg(vector(cy), `${name}.svg`),
  csv: (cy, name) => save(csv([
    ['source', 'source_name', 'relation', 'relation_name', 'target', 'target_name', 'passages', 'marks'],
    ...cy.edges(':visible').map(e => [e.data('source'), e.source().data('label'), e.data('relation'), e.data('label'), e.data('target'), e.target().data('label'),
      e.data('evidence').map(one => one.passage).filter(Boolean).join(' | '), e.data('evidence').map(one => one.mark).filter(Boolean).join(' | ')]),
  ]), 'text/csv', `${name}.csv`),
  json: (cy, name) => save(JSON.stringify({
    nodes: cy.nodes(':visible').map(n => ({ id: n.id(), zh: n.data('zh'), en: n.data('en'), kind: n.data('kind') })),
    edges: cy.edges(':visible').map(e => { const { source, target, relation, zh, en, evidence } = e.data(); return { source, relation, target, zh, en, evidence }; }),
  }, null, 1), 'application/json', `${name}.json`),
};

// Graph tools get the same columns as everywhere: the server writes what is shown, with its evidence.
async function keepFor(tool, cy, name) {
  const edges = cy.edges(':visible').map(e => `${e.data('source')} ${e.data('relation')} ${e.data('target')}`).join('\n');
  const answer = await fetch(settings.data, { method: 'POST', body: new URLSearchParams({ edges, format: tool, lang: language }) });
  if (answer.ok) save(await answer.blob(), '', `${name}.${tool}`);
}

async function draw() {
  const { texts } = settings;
  const [first] = await Promise.all([
    fetch(root.dataset.graph).then(answer => answer.json()),
    script(settings.cytoscape),
  ]);
  const picture = element('div', '', { class: 'picture', role: 'application', tabindex: 0, 'aria-describedby': 'explore-keys', 'aria-label': root.dataset.title });
  const told = element('div', '', { class: 'told', role: 'status' });
  const kinds = element('fieldset', '', { class: 'legend' });
  const relations = element('fieldset', '', { class: 'legend' });
  const bar = element('p', '', { class: 'actions' });
  const marks = element('p', '', { class: 'legend' });
  for (const [look, name] of [['plan', 'planned'], ['doubt', 'doubted'], ['infer', 'inferred']]) {
    const mark = element('span', texts[name]);
    mark.prepend(element('span', '', { class: `stroke ${look}` }));
    marks.append(mark);
  }
  root.append(bar, picture, told, kinds, marks, element('p', texts.keys, { class: 'legend', id: 'explore-keys' }), element('details'));
  document.querySelectorAll('details.edges').forEach(list => { list.open = false; });
  root.lastChild.append(element('summary', texts.relations), relations);

  // An edge looks doubtful or planned only if no passage says it plainly.
  const look = evidence => evidence.length && evidence.every(one => one.look) ? evidence[0].look : '';
  const node = n => ({ group: 'nodes', data: { ...n, label: n[language] } });
  const edge = e => ({ group: 'edges', data: { id: `${e.source} ${e.relation} ${e.target}`, ...e, label: e[language], look: look(e.evidence) } });
  const cy = window.cytoscape({
    container: picture, minZoom: 0.1, maxZoom: 2,
    elements: [...first.nodes.map(node), ...first.edges.map(edge)],
    style: [
      { selector: 'node', style: { label: 'data(label)', 'font-size': 11, color: colour('--ink'), 'background-color': n => KINDS.get(n.data('kind')).colour, width: 16, height: 16, 'text-wrap': 'wrap', 'text-overflow-wrap': language === 'zh' ? 'anywhere' : 'whitespace', 'text-max-width': 110, 'text-valign': 'bottom', 'text-margin-y': 3 } },
      { selector: 'node[kind = "statement"]', style: { label: '', shape: 'diamond' } },
      { selector: 'node[kind = "statement"]:selected', style: { label: 'data(label)' } },
      { selector: 'edge', style: { width: 1.2, 'curve-style': 'bezier', 'line-color': colour('--soft'), 'target-arrow-color': colour('--soft'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, opacity: 0.7 } },
      ...Object.entries(LOOKS).map(([name, shade]) => ({ selector: `edge[look = "${name}"]`, style: { 'line-style': 'dashed', 'line-color': colour(shade), 'target-arrow-color': colour(shade) } })),
      { selector: 'edge:selected', style: { label: 'data(label)', 'font-size': 10, color: colour('--ink'), width: 3, opacity: 1 } },
      { selector: 'node:selected', style: { 'border-width': 3, 'border-color': colour('--ink') } },
      { selector: '.hidden', style: { display: 'none' } },
    ],
  });

  const layouts = {
    concentric: { concentric: n => n.degree(), levelWidth: () => 2, minNodeSpacing: 60 },
    breadthfirst: { directed: false, spacingFactor: 1.1 },
    cose: { randomize: false, nodeRepulsion: () => 40000, idealEdgeLength: () => 60, nodeOverlap: 30, componentSpacing: 40, gravity: 0.6, numIter: 1500, nodeDimensionsIncludeLabels: true },
  };
  const layout = element('select', '', { 'aria-label': texts.layout });
  layout.append(...Object.keys(layouts).map(name => new Option(texts[name], name)));
  layout.value = Math.max(...cy.nodes().map(n => n.neighborhood('node').length)) > cy.nodes().length * 0.55 ? 'concentric' : 'cose';
  picture.style.setProperty('--things', cy.nodes().length);
  // Names stay large enough to be read however many things there are.
  const readable = () => {
    const size = Math.min(24, Math.max(11, 11 / cy.zoom()));
    cy.nodes().style({ 'font-size': size, 'text-max-width': 9 * size });
  };
  const hubs = part => Math.max(...part.nodes().map(n => n.neighborhood('node').length));
  // A star stands in a ring around its middle; all else finds its place from a grid, always the same.
  function lay(part) {
    const isStar = layout.value === 'cose' && hubs(part) === part.nodes().length - 1;
    const name = isStar ? 'concentric' : layout.value;
    if (name === 'cose') part.layout({ name: 'grid', animate: false, fit: false, avoidOverlapPadding: 40 }).run();
    part.layout({ name, ...layouts[name], ...(isStar ? { minNodeSpacing: part.nodes().length > 3 ? 100 : 70 } : {}), animate: false, fit: false }).run();
  }
  // Parts that nothing ties together stand in rows, the largest first.
  function pack(parts) {
    const boxes = parts.map(part => part.boundingBox());
    const area = boxes.reduce((sum, box) => sum + (box.w + 30) * (box.h + 30), 0);
    const width = Math.max(...boxes.map(box => box.w), Math.sqrt(area * cy.width() / cy.height()));
    let [x, y, row] = [0, 0, 0];
    parts.forEach((part, i) => {
      const box = boxes[i];
      if (x > 0 && x + box.w > width) [x, y, row] = [0, y + row + 30, 0];
      part.nodes().shift({ x: x - box.x1, y: y - box.y1 });
      x += box.w + 30;
      row = Math.max(row, box.h);
    });
  }
  const arrange = () => {
    const shown = cy.elements(':visible');
    cy.nodes().style({ 'font-size': 11, 'text-max-width': 99 });
    const parts = shown.components().sort((a, b) => b.length - a.length);
    parts.forEach(lay);
    pack(parts);
    cy.fit(shown, 30);
    readable();
  };
  layout.addEventListener('change', arrange);
  bar.append(layout, ...Object.entries(FILES).map(([name, keep]) => button(texts[name], () => keep(cy, 'triplehelix-graph'))));
  const tools = element('select', '', { 'aria-label': texts.files });
  tools.append(...settings.files.map(tool => new Option(tool)));
  bar.append(tools, button(texts.files, () => keepFor(tools.value, cy, 'triplehelix-graph')));

  const off = { kind: new Set(), relation: new Set() };
  function filter() {
    cy.nodes().forEach(n => { n.toggleClass('hidden', off.kind.has(n.data('kind'))); });
    cy.edges().forEach(e => { e.toggleClass('hidden', off.relation.has(e.data('relation'))); });
  }
  function choices(box, title, what, entries) {
    box.replaceChildren(element('legend', title), ...entries.map(([value, name, swatch]) => {
      const label = element('label');
      const tick = element('input', '', { type: 'checkbox' });
      tick.checked = !off[what].has(value);
      tick.addEventListener('change', () => { off[what][tick.checked ? 'delete' : 'add'](value); filter(); });
      label.append(tick, ' ');
      if (swatch) { const dot = element('span', '', { class: 'swatch' }); dot.style.background = swatch; label.append(dot); }
      label.append(name);
      return label;
    }));
  }
  function legend() {
    const seen = [...new Set(cy.nodes().map(n => n.data('kind')))];
    choices(kinds, texts.kinds, 'kind', seen.map(kind => [kind, KINDS.get(kind).label, KINDS.get(kind).colour]));
    const ties = new Map(cy.edges().map(e => [e.data('relation'), e.data('label')]));
    choices(relations, texts.relations, 'relation', [...ties]);
  }

  async function grow(n) {
    const answer = await fetch(`${settings.data}?${new URLSearchParams({ focus: n.data('focus') })}`);
    if (!answer.ok) return;
    const more = await answer.json();
    const fresh = more.nodes.filter(one => cy.getElementById(one.id).empty()).map(node);
    cy.add(fresh);
    cy.add(more.edges.map(edge).filter(one => cy.getElementById(one.data.id).empty()));
    legend();
    filter();
    if (fresh.length) arrange();
  }

  function tell(n) {
    const line = element('p');
    line.append(element('strong', n.data('label')), ' ', element('small', KINDS.get(n.data('kind')).label), ' ', button(texts.expand, () => grow(n)), ' ', element('a', texts.open, { href: n.data('href') }));
    told.replaceChildren(line);
  }
  cy.on('tap', 'node', event => { tell(event.target); grow(event.target); });
  picture.addEventListener('keydown', event => {
    const all = cy.nodes(':visible');
    const at = all.toArray().findIndex(n => n.selected());
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      all.unselect();
      const next = all[at < 0 ? 0 : (at + step + all.length) % all.length];
      next.select();
      tell(next);
    } else if (event.key === 'Enter' && at >= 0) grow(all[at]);
    else if (event.key === '+' || event.key === '-') cy.zoom({ level: cy.zoom() * (event.key === '+' ? 1.25 : 0.8), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    else return;
    event.preventDefault();
  });
  cy.on('tap', 'edge', event => {
    const e = event.target;
    const says = element('p', `${e.source().data('label')} — ${e.data('label')} → ${e.target().data('label')}`);
    const evidence = e.data('evidence').map(one => {
      const quote = element('blockquote');
      if (one.sentence) quote.append(element('p', one.sentence, { lang: 'zh' }));
      else if (one.gloss && language === 'en') quote.append(element('p', one.gloss));
      const line = element('p');
      if (one.href) line.append(element('a', one.name, { href: one.href }), ' ');
      if (one.mark) line.append(element('span', one.mark, { class: 'mark' }));
      quote.append(line);
      return quote;
    });
    told.replaceChildren(says, ...(evidence.length ? evidence : [element('p', texts.noEvidence)]));
  });
  legend();
  arrange();
  new ResizeObserver(() => { cy.resize(); cy.fit(cy.elements(':visible'), 30); readable(); }).observe(picture);
}

if (root) draw();
