// Answers as a map, a timeline and a pivot table; each has its table for those who do not see it.
import { button, colour, csv, drawn, element, save, saveSvg, table } from './drawing.js';

const BOXES = { california: [-124, 36, -120, 39.2], europe: [-10, 45.5, 19.5, 58], 'east-asia': [101, 21, 145, 44], world: [-130, -45, 178, 70] };
const WIDTH = 900;
const SPANS = 120;
const CELLS = 12;

function folded(title, content) {
  const details = element('details');
  details.append(element('summary', title), content);
  return details;
}

// Longitude and latitude of a row: of a point in it, or of columns that are called so.
function pointOf(row, columns) {
  for (const column of columns) {
    const point = /POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)/i.exec(row[column]?.value ?? '');
    if (point) return [Number(point[1]), Number(point[2])];
  }
  const called = pattern => columns.find(column => pattern.test(column) && row[column] && !Number.isNaN(Number(row[column].value)));
  const [long, lat] = [called(/^(long?|lng|longitude)$/i), called(/^lat(itude)?$/i)];
  return long && lat ? [Number(row[long].value), Number(row[lat].value)] : undefined;
}

export function mapView(kit) {
  const { texts, settings } = kit;

  async function coordinates(iris) {
    const found = new Map();
    const wanted = [...new Set(iris)].filter(iri => iri.startsWith(kit.base)).slice(0, 1000);
    if (!wanted.length) return found;
    const query = `PREFIX schema: <https://schema.org/>
PREFIX th: <${kit.base}ontology#>
SELECT ?iri ?place ?long ?lat ?far WHERE {
  VALUES ?iri { ${wanted.map(iri => `<${iri}>`).join(' ')} }
  { ?iri schema:longitude ?long ; schema:latitude ?lat . BIND (?iri AS ?place) BIND (0 AS ?far) }
  UNION
  { ?iri th:basedIn|th:within ?place . ?place schema:longitude ?long ; schema:latitude ?lat .
    FILTER NOT EXISTS { ?place a th:Country } BIND (1 AS ?far) }
}`;
    const rows = await kit.ask(query);
    rows.sort((a, b) => a.far.value - b.far.value);
    for (const row of rows) {
      if (!found.has(row.iri.value)) found.set(row.iri.value, { at: [Number(row.long.value), Number(row.lat.value)], place: row.place.value });
    }
    return found;
  }

  async function spots(rows, columns) {
    const places = await coordinates(kit.iris(rows));
    const all = new Map();
    for (const row of rows) {
      const point = pointOf(row, columns);
      const things = columns.map(column => row[column]).filter(term => term?.type === 'uri').map(term => term.value);
      const found = point ? [{ at: point, place: things[0] }] : things.map(iri => places.get(iri)).filter(Boolean);
      for (const { at, place } of found) {
        const key = `${at} ${place}`;
        const spot = all.get(key) ?? { at, place, rows: 0 };
        if (spot.last !== row) spot.rows += 1;
        spot.last = row;
        all.set(key, spot);
      }
    }
    return [...all.values()].sort((a, b) => b.rows - a.rows);
  }

  function part(found) {
    const within = ([west, south, east, north]) => found.every(({ at: [x, y] }) => x > west && x < east && y > south && y < north);
    return Object.keys(BOXES).find(name => within(BOXES[name])) ?? 'world';
  }

  async function draw(rows, columns) {
    const found = await spots(rows, columns);
    if (!found.length) return [element('p', texts.noPlaces, { class: 'empty' })];
    const name = part(found);
    const [west, south, east, north] = BOXES[name];
    const land = await fetch(`${settings.land}?part=${name}`).then(answer => answer.json());
    const called = await kit.names(found.map(spot => spot.place).filter(Boolean));
    const scale = WIDTH / (east - west);
    const stretch = 1 / Math.cos((north + south) / 2 * Math.PI / 180);
    const height = Math.round((north - south) * scale * stretch);
    const x = long => ((long - west) * scale).toFixed(1);
    const y = lat => ((north - lat) * scale * stretch).toFixed(1);
    const outline = land.rings.map(ring => {
      const longs = [];
      for (let i = 0; i < ring.length; i += 2) longs.push(i ? ring[i] + 360 * Math.round((longs.at(-1) - ring[i]) / 360) : ring[i]);
      const turns = 360 * Math.round(longs.reduce((a, b) => a + b, 0) / longs.length / 360);
      return `${longs.map((long, i) => `${i ? 'L' : 'M'}${x(long - turns)} ${y(ring[2 * i + 1])}`).join('')}Z`;
    }).join('');
    const svg = drawn('svg', { viewBox: `0 0 ${WIDTH} ${height}`, class: 'result-map', role: 'img', 'aria-label': texts.map },
      drawn('path', { d: outline, fill: colour('--line') }));
    const most = found[0].rows;
    const taken = [];
    for (const spot of found) {
      const label = spot.place ? called.get(spot.place) ?? kit.short(spot.place) : spot.at.join(', ');
      const [left, top] = [Number(x(spot.at[0])), Number(y(spot.at[1]))];
      const radius = 4 + 8 * Math.sqrt(spot.rows / most);
      const title = drawn('title');
      title.textContent = `${label}: ${texts.rowsOf.replace('{rows}', spot.rows)}`;
      svg.append(drawn('circle', { cx: left, cy: top, r: radius.toFixed(1), fill: colour('--accent'), 'fill-opacity': 0.75, stroke: colour('--paper') }, title));
      const width = [...label].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 7.5), 0);
      const start = left + radius + 3 + width > WIDTH ? left - radius - 3 - width : left + radius + 3;
      const box = [start, top - 10, start + width, top + 8];
      if (!taken.some(other => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) {
        taken.push(box);
        const text = drawn('text', { x: start, y: top + 5, 'font-size': 14, fill: colour('--ink') });
        text.textContent = label;
        svg.append(text);
      }
      spot.label = label;
    }
    const list = table([texts.place, texts.coordinates, texts.rows], found.map(spot => [
      spot.place ? kit.link(spot.place, spot.label) : spot.label,
      `${spot.at[1].toFixed(2)}, ${spot.at[0].toFixed(2)}`, String(spot.rows)]));
    const bar = element('p', '', { class: 'actions' });
    bar.append(
      button(texts.picture, () => saveSvg(svg, 'map.svg')),
      button(texts.data, () => save(csv([['iri', 'name', 'longitude', 'latitude', 'rows'], ...found.map(s => [s.place, s.label, ...s.at, s.rows])]), 'text/csv', 'map.csv')));
    return [svg, element('p', texts.land, { class: 'source' }), bar, folded(texts.asTable, list)];
  }
  return { draw, can: rows => rows.length > 0 };
}

const DATES = /(gYear|gYearMonth|date|dateTime|EDTF)$/;

// The days between which a date lies, as numbers of years; an open end is undefined.
function span(text) {
  const [from, until = from] = text.split('/');
  const year = (part, end) => {
    const found = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(part);
    if (!found) return undefined;
    const [, y, m, d] = found.map(Number);
    if (!found[2]) return y + (end ? 1 : 0);
    if (m > 12) return y + (end ? 1 : 0);
    return y + (found[3] ? (m - 1 + (d - (end ? 0 : 1)) / 31) : m - (end ? 0 : 1)) / 12;
  };
  const [start, stop] = [year(from, false), year(until, true)];
  return start === undefined && stop === undefined ? undefined : { start, stop };
}

export function timelineView(kit) {
  const { texts } = kit;
  const isDate = term => term?.datatype && DATES.test(term.datatype) && Boolean(span(term.value));

  async function draw(rows, columns) {
    const dated = columns.filter(column => rows.some(row => isDate(row[column])));
    const called = await kit.names(kit.iris(rows));
    const other = columns.filter(column => !dated.includes(column));
    const events = [];
    for (const row of rows) {
      const terms = dated.map(column => row[column]).filter(isDate);
      if (!terms.length) continue;
      const spans = terms.map(term => span(term.value));
      const starts = spans.map(s => s.start).filter(s => s !== undefined);
      const stops = spans.map(s => s.stop).filter(s => s !== undefined);
      const label = other.map(c => row[c]).filter(Boolean).map(t => t.type === 'uri' ? called.get(t.value) ?? kit.short(t.value) : t.value);
      const first = other.map(c => row[c]).find(t => t?.type === 'uri');
      events.push({
        start: spans.some(s => s.start === undefined) ? undefined : Math.min(...starts),
        stop: spans.some(s => s.stop === undefined) ? undefined : Math.max(...stops),
        told: [...new Set(terms.map(term => term.value))].join(' – '), label: [...new Set(label)].join(' · '), iri: first?.value });
    }
    events.sort((a, b) => (a.start ?? a.stop) - (b.start ?? b.stop) || (a.stop ?? 1e9) - (b.stop ?? 1e9));
    const shown = events.slice(0, SPANS);
    const known = shown.flatMap(e => [e.start, e.stop]).filter(v => v !== undefined);
    const [least, most] = [Math.floor(Math.min(...known)), Math.ceil(Math.max(...known))];
    const [left, right, line] = [320, 20, 24];
    const x = year => left + (year - least) / Math.max(1, most - least) * (WIDTH - left - right);
    const height = 34 + shown.length * line;
    const svg = drawn('svg', { viewBox: `0 0 ${WIDTH} ${height}`, class: 'result-timeline', role: 'img', 'aria-label': texts.timeline });
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find(s => (most - least) / s <= 8) ?? 1000;
    for (let year = Math.ceil(least / step) * step; year <= most; year += step) {
      const mark = drawn('text', { x: x(year), y: 16, 'text-anchor': 'middle', 'font-size': 12, fill: colour('--soft') });
      mark.textContent = year;
      svg.append(mark, drawn('line', { x1: x(year), x2: x(year), y1: 22, y2: height, stroke: colour('--line') }));
    }
    shown.forEach((event, i) => {
      const top = 34 + i * line;
      const [from, until] = [x(event.start ?? least), x(event.stop ?? most)];
      const open = event.start === undefined || event.stop === undefined;
      const text = drawn('text', { x: left - 10, y: top + 10, 'text-anchor': 'end', 'font-size': 12, fill: colour('--ink') });
      const letters = [...event.label];
      let width = 0;
      const end = letters.findIndex(letter => (width += letter > '\u2e80' ? 12.5 : 6.6) > left - 24);
      text.textContent = end < 0 ? event.label : `${letters.slice(0, end - 1).join('')}…`;
      const title = drawn('title');
      title.textContent = `${event.label}: ${event.told}`;
      svg.append(text, drawn('rect', {
        x: from, y: top + 1, width: Math.max(4, until - from), height: 10, rx: 2,
        fill: open ? 'none' : colour('--accent'), stroke: colour('--accent'), 'stroke-dasharray': open ? '4 3' : 'none' }, title));
    });
    const list = table([texts.what, texts.from], events.map(event => [event.iri ? kit.link(event.iri, event.label) : event.label, event.told]));
    const bar = element('p', '', { class: 'actions' });
    bar.append(
      button(texts.picture, () => saveSvg(svg, 'timeline.svg')),
      button(texts.data, () => save(csv([['what', 'date'], ...events.map(e => [e.label, e.told])]), 'text/csv', 'timeline.csv')));
    const holder = element('div', '', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': texts.timeline });
    holder.append(svg);
    return [holder, bar, folded(texts.asTable, list)];
  }
  return { draw, can: rows => rows.some(row => Object.values(row).some(isDate)) };
}

const isUnit = term => term?.type === 'uri' && term.value.startsWith('http://qudt.org/vocab/unit/');

// What a cell says: a number, or that its rows are in unlike units and so make none.
export function measured(rows, measure, value, unit) {
  if (measure === 'count') return { text: String(rows.length) };
  const taken = rows.filter(row => row[value] && row[value].value.trim() !== '' && !Number.isNaN(Number(row[value].value)));
  if (!taken.length) return { text: '' };
  const units = [...new Set(taken.map(row => unit ? row[unit]?.value ?? '' : ''))];
  if (units.length > 1) return { unlike: units };
  const numbers = taken.map(row => Number(row[value].value));
  const result = measure === 'sum' ? numbers.reduce((a, b) => a + b, 0) : Math[measure](...numbers);
  return { text: String(Number(result.toPrecision(15))), unit: units[0] };
}

export function pivotView(kit) {
  const { texts } = kit;

  async function draw(rows, columns) {
    const called = await kit.names(kit.iris(rows));
    const name = term => !term ? '—' : term.type === 'uri' ? called.get(term.value) ?? kit.short(term.value) : term.value;
    const numbers = columns.filter(column => rows.some(row => kit.isNumber(row[column])));
    const unit = columns.find(column => rows.some(row => isUnit(row[column]))) ?? columns.find(column => /unit|单位|currency/i.test(column));
    const keys = columns.filter(column => !numbers.includes(column));
    const distinct = column => new Set(rows.map(row => row[column]?.value)).size;
    const ordered = [...(keys.length ? keys : columns)].sort((a, b) => distinct(a) - distinct(b));
    const several = ordered.filter(column => distinct(column) > 1);
    const across = several.length > 1 && distinct(several[0]) <= CELLS ? several[0] : '';
    const down = several.find(column => column !== across) ?? ordered[0];
    const select = (label, options, chosen) => {
      const holder = element('label', label);
      const box = element('select');
      box.append(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
      holder.append(' ', box);
      return [holder, box];
    };
    const all = columns.map(column => [column, kit.column(column)]);
    const [downLabel, downBox] = select(texts.rows, all, down);
    const [acrossLabel, acrossBox] = select(texts.columns, [['', '—'], ...all], across);
    const [measureLabel, measureBox] = select(texts.measure, ['count', ...(numbers.length ? ['sum', 'min', 'max'] : [])].map(m => [m, texts[m]]), 'count');
    const [valueLabel, valueBox] = select(texts.of, numbers.map(column => [column, kit.column(column)]), numbers[0]);
    const bar = element('p', '', { class: 'filters' });
    bar.append(downLabel, acrossLabel, measureLabel, valueLabel);
    const holder = element('div');
    let shown = [];
    function show() {
      const group = column => {
        const groups = new Map();
        rows.forEach(row => { const key = column ? name(row[column]) : ''; groups.set(key, [...groups.get(key) ?? [], row]); });
        return [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
      };
      valueLabel.hidden = measureBox.value === 'count';
      const heads = acrossBox.value ? group(acrossBox.value) : [];
      const told = of => {
        const cell = measured(of, measureBox.value, valueBox.value, unit);
        if (cell.unlike) return `${texts.unlike}: ${cell.unlike.map(iri => iri ? called.get(iri) ?? kit.short(iri) : '—').join(', ')}`;
        return cell.text && cell.unit ? `${cell.text} ${called.get(cell.unit) ?? kit.short(cell.unit)}` : cell.text;
      };
      const lines = group(downBox.value).map(([key, of]) => [key,
        ...heads.map(([, there]) => { const both = of.filter(row => there.includes(row)); return both.length ? told(both) : ''; }), told(of)]);
      const head = [kit.column(downBox.value), ...heads.map(([key]) => key), texts.all];
      shown = [head, ...lines, [texts.all, ...heads.map(([, there]) => told(there)), told(rows)]];
      const made = table(shown[0], shown.slice(1));
      made.classList.add('pivot');
      made.querySelectorAll('td').forEach(cell => { if (cell.textContent.startsWith(`${texts.unlike}:`)) cell.classList.add('unlike'); });
      const note = !unit && measureBox.value !== 'count' ? [element('p', texts.noUnit, { class: 'note' })] : [];
      const scroll = element('div', '', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': texts.pivot });
      scroll.append(made);
      holder.replaceChildren(scroll, ...note);
    }
    [downBox, acrossBox, measureBox, valueBox].forEach(box => box.addEventListener('change', show));
    show();
    const actions = element('p', '', { class: 'actions' });
    actions.append(button(texts.data, () => save(csv(shown), 'text/csv', 'pivot.csv')));
    return [bar, holder, actions];
  }
  return { draw, can: rows => rows.length > 1 };
}
