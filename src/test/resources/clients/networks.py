"""Reads the networks of a folder with NetworkX and igraph, and compares them with what they are to be.

Each line on standard input: name, number of nodes, number of edges, and the IRI and the zh and en
labels of one node.
"""

import json
import sys
from collections import Counter

import igraph
import networkx

folder = sys.argv[1]


def demand(is_so, what):
    if not is_so:
        sys.exit(what)


def compare(how, name, nodes, edges, expected, node):
    demand(len(nodes) == expected["nodes"], f"{how} {name}: {len(nodes)} nodes")
    demand(len(edges) == expected["edges"], f"{how} {name}: {len(edges)} edges")
    demand(node["label_zh"] == expected["zh"] and node["label_en"] == expected["en"], f"{how} {name}: {node}")
    demand(int(node["degree"]) == expected["degree"], f"{how} {name}: {node}")
    weights = sum(int(edge["weight"]) for edge in edges)
    demand(weights == expected["weight"], f"{how} {name}: weights {weights}")
    relations = Counter(edge["relation"] for edge in edges)
    demand(relations == Counter(expected["relations"]), f"{how} {name}: {relations}")


for line in sys.stdin:
    expected = json.loads(line)
    name, iri = expected["name"], expected["iri"]
    path = f"{folder}/{name}"
    with open(f"{path}.json") as file:
        link = networkx.node_link_graph(json.load(file))
    with open(f"{path}.cyjs") as file:
        cytoscape = networkx.cytoscape_graph(json.load(file))
    for how, graph in {
        "gexf": networkx.read_gexf(f"{path}.gexf"),
        "graphml": networkx.read_graphml(f"{path}.graphml"),
        "json": link,
        "cyjs": cytoscape,
    }.items():
        demand(graph.is_directed() and (graph.is_multigraph() or how in ("gexf", "graphml")), f"{how} {name}: kind of graph")
        compare("networkx " + how, name, graph.nodes, [data for _, _, data in graph.edges(data=True)], expected, graph.nodes[iri])
    graph = igraph.Graph.Read_GraphML(f"{path}.graphml")
    node = graph.vs.find(id=iri)
    compare("igraph", name, graph.vs, [edge.attributes() for edge in graph.es], expected, node.attributes())
    print(name)
