// Reads documents with N3.js and jsonld.js, and tells where two formats do not say the same.
// node documents.js MODULES SERVER < paths
const fs = require('fs');
const path = require('path');

const [modules, server] = process.argv.slice(2);
const { Parser, Writer } = require(path.resolve(modules, 'n3'));
const jsonld = require(path.resolve(modules, 'jsonld'));

const pairs = [['nt', 'ttl'], ['nq', 'trig'], ['nt-1.2', 'ttl-1.2'], ['nq-1.2', 'trig-1.2'], ['nt', 'jsonld']];
const syntaxes = { nt: 'N-Triples', ttl: 'Turtle', nq: 'N-Quads', trig: 'TriG' };
const contexts = {};

async function text(address) {
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(address + ' ' + answer.status);
  return answer.text();
}

async function documentLoader(address) {
  if (!address.startsWith(server)) throw new Error('asks for ' + address);
  contexts[address] ??= JSON.parse(await text(address));
  return { documentUrl: address, document: contexts[address] };
}

function lines(quads) {
  const writer = new Writer({ format: 'N-Quads' });
  return new Set(quads.map(q => writer.quadToString(q.subject, q.predicate, q.object, q.graph)));
}

async function read(name, format) {
  const body = await text(`${server}/doc${name}.${format}`);
  if (format === 'jsonld') {
    const nquads = await jsonld.toRDF(JSON.parse(body), { format: 'application/n-quads', documentLoader });
    return lines(new Parser({ format: 'N-Quads' }).parse(nquads));
  }
  return lines(new Parser({ format: syntaxes[format.split('-')[0]] }).parse(body));
}

async function main() {
  const names = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean);
  for (const name of names) {
    for (const [one, other] of pairs) {
      const [a, b] = [await read(name, one), await read(name, other)];
      const same = a.size > 0 && a.size === b.size && [...a].every(line => b.has(line));
      if (!same) console.log(`${name}: ${one} has ${a.size}, ${other} ${b.size}`);
    }
  }
  console.log(`${names.length} names`);
}

main().catch(fault => { console.error(fault); process.exit(1); });
