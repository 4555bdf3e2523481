// The editor's own words, in the language of the page.
const SPOKEN = 'button, label, a, input, select, option, li, th, p, span, div.yasr_response_chip, .tableControls, .pageSizeWrapper';
const ATTRIBUTES = ['title', 'aria-label', 'placeholder'];

export function localise(root, words) {
  const said = text => words[text] ?? words[text.trim()]
    ?? text.replace(/^(\d+) results? in ([\d.]+) seconds?$/, (all, count, seconds) => `${count} ${words.results} · ${words.in} ${seconds} s`)
      .replace(/^Shows (.+) view$/, '$1');
  function change(element) {
    if (element.closest('.CodeMirror-code, .result-names, .yasr_results .dataTables_wrapper td')) return;
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (text && said(text) !== text) element.setAttribute(name, said(text));
    }
    if (!element.matches(SPOKEN)) return;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim() && said(node.data) !== node.data) node.data = said(node.data);
    }
  }
  const all = element => { change(element); element.querySelectorAll('*').forEach(change); };
  all(root);
  new MutationObserver(changes => changes.forEach(one => {
    if (one.type === 'attributes') change(one.target);
    if (one.target.nodeType === Node.ELEMENT_NODE) change(one.target);
    one.addedNodes.forEach(node => { if (node.nodeType === Node.ELEMENT_NODE) all(node); });
  })).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ATTRIBUTES });
}
