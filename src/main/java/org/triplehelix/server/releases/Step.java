package org.triplehelix.server.releases;

import java.util.Optional;
import org.triplehelix.diff.DiffSummary;
import org.triplehelix.graph.ReleaseFolder.Kept;

/**
 * A release in the history.
 *
 * @param before the one before it; empty for the oldest
 * @param changes from that one; empty for the oldest, those long past, and what cannot be read
 * @param isServed whether the server answers from it
 */
public record Step(
    Kept kept, Optional<Kept> before, Optional<DiffSummary> changes, boolean isServed) {}
