package org.triplehelix.entity.search;

/**
 * A thing that was found.
 *
 * @param thing what was found
 * @param name the one that answers best
 * @param rank how well
 */
public record Match(Named thing, Name name, Rank rank) {}
