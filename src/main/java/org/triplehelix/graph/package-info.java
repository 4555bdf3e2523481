/**
 * From hand-written files to a release: parsing with positions, claims, default graph, rules. The
 * only reader of RDF files; uses source and vocab.
 */
package org.triplehelix.graph;
