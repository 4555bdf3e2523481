"""Reads documents with rdflib, and tells where two formats do not say the same.

documents.py SERVER < paths
"""
import sys
import urllib.request

import rdflib

rdflib.NORMALIZE_LITERALS = False
SYNTAXES = {"nt": "nt", "ttl": "turtle", "rdf": "xml", "nq": "nquads", "trig": "trig"}


def read(name, form):
    with urllib.request.urlopen(f"{sys.argv[1]}/doc{name}.{form}") as answer:
        dataset = rdflib.ConjunctiveGraph()
        dataset.parse(data=answer.read(), format=SYNTAXES[form])
    quads = form in ("nq", "trig")
    return {
        (s.n3(), p.n3(), o.n3(), g.identifier.n3() if quads and isinstance(g.identifier, rdflib.URIRef) else "")
        for s, p, o, g in dataset.quads()
    }


names = sys.stdin.read().split()
for name in names:
    for one, other in (("nt", "ttl"), ("nt", "rdf"), ("nq", "trig")):
        a, b = read(name, one), read(name, other)
        if not a or a != b:
            print(f"{name}: {one} has {len(a)}, {other} {len(b)}", sorted(a ^ b)[:2])
print(len(names), "names")
