package org.triplehelix.server.document.page;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * A place in a ranking.
 *
 * @param editions of the ranking that give it
 * @param subjects who has it
 * @param rank in words: the place, whether it is shared, or a band
 * @param around among whom, and by what
 * @param statement what it rests on, with its marks
 */
public record Position(
    List<Ref> editions, List<Ref> subjects, String rank, List<Ref> around, Statement statement) {}
