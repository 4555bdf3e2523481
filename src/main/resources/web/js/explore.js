// Draws a part of the graph: a click on a thing grows it, a click on a line tells its evidence.
const root = document.getElementById('explore');
const language = document.documentElement.lang;
const COLOURS = { place: '#0a5a6a', organisation: '#8a5a00', person: '#9b2c2c', initiative: '#5b4b8a', concept: '#4f7a3a', statement: '#7c858d', other: '#7c858d' };

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function script(address) {
  return new Promise((resolve, reject) => {
    const loaded = element('script', '', { src: address });
    loaded.addEventListener('load', resolve);
    loaded.addEventListener('error', reject);
    document.head.append(loaded);
  });
}

async function draw() {
  const settings = JSON.parse(root.dataset.settings);
  const { texts } = settings;
  const [first] = await Promise.all([
    fetch(root.dataset.graph).then(answer => answer.json()),
    script(settings.cytoscape),
  ]);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const picture = element('div', '', { class: 'picture', role: 'img', 'aria-label': root.dataset.title });
  const told = element('div', '', { class: 'told', role: 'status' });
  const kinds = element('fieldset', '', { class: 'legend' });
  const relations = element('fieldset', '', { class: 'legend' });
  const bar = element('p', '', { class: 'actions' });
  root.append(bar, picture, told, kinds, element('details'));
  root.lastChild.append(element('summary', texts.relations), relations);

  const node = n => ({ group: 'nodes', data: { ...n, label: n[language] } });
  const edge = e => ({ group: 'edges', data: { id: `${e.source} ${e.relation} ${e.target}`, ...e, label: e[language], marked: e.evidence.some(one => one.mark) ? 1 : 0 } });
  const cy = window.cytoscape({
    container: picture, minZoom: 0.1, maxZoom: 2,
    elements: [...first.nodes.map(node), ...first.edges.map(edge)],
    style: [
      { selector: 'node', style: { label: 'data(label)', 'font-size': 11, color: colour('--ink'), 'background-color': n => COLOURS[n.data('kind')], width: 16, height: 16, 'text-wrap': 'wrap', 'text-max-width': 110, 'text-valign': 'bottom', 'text-margin-y': 3 } },
      { selector: 'node[kind = "statement"]', style: { label: '', shape: 'diamond' } },
      { selector: 'node[kind = "statement"]:selected', style: { label: 'data(label)' } },
      { selector: 'edge', style: { width: 1.2, 'curve-style': 'bezier', 'line-color': colour('--soft'), 'target-arrow-color': colour('--soft'), 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8, opacity: 0.7 } },
      { selector: 'edge[marked = 1]', style: { 'line-style': 'dashed' } },
      { selector: 'edge:selected', style: { label: 'data(label)', 'font-size': 10, color: colour('--ink'), width: 3, opacity: 1 } },
      { selector: 'node:selected', style: { 'border-width': 3, 'border-color': colour('--ink') } },
      { selector: '.hidden', style: { display: 'none' } },
    ],
  });

  const layouts = {
    concentric: { concentric: n => n.degree(), levelWidth: () => 2, minNodeSpacing: 60 },
    breadthfirst: { directed: false, spacingFactor: 1.1 },
    cose: { randomize: false, nodeRepulsion: () => 90000, idealEdgeLength: () => 70 },
  };
  const layout = element('select', '', { 'aria-label': texts.layout });
  layout.append(...Object.keys(layouts).map(name => new Option(texts[name], name)));
  const arrange = () => cy.elements(':visible').layout({ name: layout.value, ...layouts[layout.value], animate: false, padding: 30 }).run();
  layout.addEventListener('change', arrange);
  const save = element('button', texts.save, { type: 'button' });
  save.addEventListener('click', () => {
    const link = element('a', '', { href: cy.png({ full: true, scale: 2, bg: colour('--paper') }), download: 'triplehelix.png' });
    link.click();
  });
  bar.append(layout, save);

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
    choices(kinds, texts.kinds, 'kind', seen.map(kind => [kind, texts[kind], COLOURS[kind]]));
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

  cy.on('tap', 'node', event => {
    const n = event.target;
    const line = element('p');
    const button = element('button', texts.expand, { type: 'button' });
    button.addEventListener('click', () => grow(n));
    line.append(element('strong', n.data('label')), ' ', element('small', texts[n.data('kind')]), ' ', button, ' ', element('a', texts.open, { href: n.data('href') }));
    told.replaceChildren(line);
    grow(n);
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
  new ResizeObserver(() => { cy.resize(); cy.fit(cy.elements(':visible'), 30); }).observe(picture);
}

if (root) draw();
