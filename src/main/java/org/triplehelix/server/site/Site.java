package org.triplehelix.server.site;

import org.apache.jena.sparql.core.DatasetGraph;
import org.triplehelix.graph.Release;
import org.triplehelix.query.run.Limits;
import org.triplehelix.server.pipeline.Address;

/**
 * What all parts of the server share.
 *
 * @param release that is served
 * @param dataset the same, to be asked
 * @param address where clients find the server
 * @param limits of each query
 * @param pages for people
 */
public record Site(
    Release release, DatasetGraph dataset, Address address, Limits limits, Pages pages) {}
