/**
 * The graph as a picture: what is around a thing, saved views, paths, each edge with its evidence.
 * Uses figure, site and pipeline.
 */
package org.triplehelix.server.explore;
