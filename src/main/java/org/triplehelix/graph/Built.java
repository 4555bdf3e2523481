package org.triplehelix.graph;

import org.triplehelix.infer.Inference;

/**
 * A release, where in the hand-written files its statements stand, and how the others follow.
 *
 * @param release what was built
 * @param positions where it was written
 * @param inference what follows, from what and by which rules
 */
public record Built(Release release, Positions positions, Inference inference) {}
