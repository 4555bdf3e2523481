"""Asks a SPARQL endpoint as users of rdflib do; prints what it got, a line each."""
import sys

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

TH = rdflib.Namespace("https://w3id.org/triplehelix/ontology#")

graph = rdflib.Graph(SPARQLStore(sys.argv[1]))
graph.bind("th", TH)

rows = list(graph.query("SELECT * { ?s ?p ?o } LIMIT 5000"))
print("rows", len(rows))
print("terms", {type(term).__name__ for row in rows for term in row} <= {"URIRef", "Literal"})
print("ask", graph.query("ASK { ?source a th:Source }").askAnswer)
print("construct", len(graph.query("CONSTRUCT WHERE { ?source a th:Source }").graph))
print("triples", len(list(graph.triples((None, rdflib.RDF.type, TH.Source)))))
names = graph.query("SELECT ?n { <https://w3id.org/triplehelix/id/golden-triangle> rdfs:label ?n FILTER (LANG(?n) = 'zh') }", initNs={"rdfs": rdflib.RDFS})
print("zh", [str(name) for (name,) in names])
