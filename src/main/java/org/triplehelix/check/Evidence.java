package org.triplehelix.check;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;

/**
 * What a finding about the graph rests on, in the terms of SHACL's validation report.
 *
 * @param focus the node that was checked
 * @param path from it to the value; empty if the node itself does not fit
 * @param value what does not fit
 * @param component the kind of constraint
 * @param chinese the remedy in Chinese
 */
public record Evidence(
    Node focus,
    Optional<Path> path,
    Optional<Node> value,
    Node component,
    Optional<String> chinese) {}
