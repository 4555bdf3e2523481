// What drawings share: elements, and files of what is shown.
const SVG = 'http://www.w3.org/2000/svg';

export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

export function drawn(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function script(address) {
  return new Promise((resolve, reject) => {
    const loaded = element('script', '', { src: address });
    loaded.addEventListener('load', resolve);
    loaded.addEventListener('error', reject);
    document.head.append(loaded);
  });
}

export function save(content, type, file) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element('a', '', { href: address, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const cell = value => /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

// With the mark by which Excel knows UTF-8.
export const csv = rows => `\uFEFF${rows.map(row => row.map(value => cell(String(value ?? ''))).join(',')).join('\r\n')}\r\n`;

export function saveSvg(svg, file) {
  const copy = svg.cloneNode(true);
  copy.setAttribute('xmlns', SVG);
  copy.style.background = colour('--paper');
  save(new XMLSerializer().serializeToString(copy), 'image/svg+xml', file);
}

export function button(text, pressed) {
  const made = element('button', text, { type: 'button' });
  made.addEventListener('click', pressed);
  return made;
}

export function table(head, rows) {
  const made = element('table', '', { class: 'result-names' });
  const line = (name, cells) => {
    const row = element('tr');
    row.append(...cells.map(content => {
      const one = element(name, '', name === 'th' ? { scope: 'col' } : {});
      one.append(content ?? '');
      return one;
    }));
    return row;
  };
  made.append(line('th', head), ...rows.map(cells => line('td', cells)));
  return made;
}
