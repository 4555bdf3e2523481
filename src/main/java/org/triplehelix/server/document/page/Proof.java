package org.triplehelix.server.document.page;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * Where something was read.
 *
 * @param passage by its short name
 * @param source the document
 * @param section of the document; without text if the passage is in none
 * @param gloss of the passage, in English
 * @param sentence as printed, where the document is at hand: plain and highlighted pieces in turn
 * @param wording as printed, a few words
 * @param speakers who says it, where that is not the author
 * @param about the name of what was read
 */
public record Proof(
    Ref passage,
    Ref source,
    Ref section,
    String gloss,
    List<String> sentence,
    String wording,
    List<Ref> speakers,
    String about) {}
