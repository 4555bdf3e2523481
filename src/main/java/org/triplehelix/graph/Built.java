package org.triplehelix.graph;

/**
 * A release, and where in the hand-written files its statements stand.
 *
 * @param release what was built
 * @param positions where it was written
 */
public record Built(Release release, Positions positions) {}
