package org.triplehelix.server.reading;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * Something with a time.
 *
 * @param order by which it stands among others
 * @param year by which it stands; null if the document says no year
 * @param isDecade whether the year stands for its decade
 * @param time in the language of the page, or as printed if there is no year
 * @param kind what it is
 * @param isPlan whether it is planned, forecast or recommended
 * @param places it has to do with
 * @param parts of what is said, without the time
 * @param claim that says so
 */
public record Event(
    String order,
    Integer year,
    boolean isDecade,
    Ref time,
    Ref kind,
    boolean isPlan,
    List<Ref> places,
    List<Ref> parts,
    Claim claim) {}
