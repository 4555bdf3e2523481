// Reads the networks of a folder with Cytoscape.js and graphology. Each line on standard input says what
// a network is to have, as JSON.
const fs = require('fs');
const path = require('path');
const [, , modules, folder] = process.argv;
const load = name => require(path.join(modules, name));
const cytoscape = load('cytoscape');
const {MultiDirectedGraph} = load('graphology');
const gexf = load('graphology-gexf');
const graphml = load('graphology-graphml');

function demand(isSo, what) {
    if (!isSo) {
        console.error(what);
        process.exit(1);
    }
}

for (const line of fs.readFileSync(0, 'utf8').trim().split('\n')) {
    const expected = JSON.parse(line);
    const read = extension => fs.readFileSync(path.join(folder, `${expected.name}.${extension}`), 'utf8');
    const shown = cytoscape({headless: true, layout: {name: 'preset'}, elements: JSON.parse(read('cyjs')).elements});
    demand(shown.nodes().length === expected.nodes, `cytoscape ${expected.name}: ${shown.nodes().length} nodes`);
    demand(shown.edges().length === expected.edges, `cytoscape ${expected.name}: ${shown.edges().length} edges`);
    const node = shown.getElementById(expected.iri);
    demand(node.data('label_zh') === expected.zh && node.data('degree') === expected.degree, `cytoscape ${expected.name}: ${JSON.stringify(node.data())}`);
    demand(Math.abs(node.position('x') - expected.x) < 1e-6 && Math.abs(node.position('y') + expected.y) < 1e-6, `cytoscape ${expected.name}: position`);
    for (const [how, graph] of [
        ['gexf', gexf.parse(MultiDirectedGraph, read('gexf'))],
        ['graphml', graphml.parse(MultiDirectedGraph, read('graphml'))],
    ]) {
        demand(graph.order === expected.nodes && graph.size === expected.edges, `graphology ${how} ${expected.name}: ${graph.order} nodes, ${graph.size} edges`);
        const of = graph.getNodeAttributes(expected.iri);
        demand(of.label_zh === expected.zh && of.label_en === expected.en, `graphology ${how} ${expected.name}: ${JSON.stringify(of)}`);
    }
    shown.destroy();
    console.log(expected.name);
}
