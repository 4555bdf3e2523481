package org.triplehelix.server;

import java.util.List;
import org.triplehelix.server.site.Frame;
import org.triplehelix.server.site.Ref;

/**
 * A part of a page alone, with its citation.
 *
 * @param frame of the page that it is a part of
 * @param title of the part
 * @param html of the part
 * @param sources the documents that the part names, or the page if the part names none
 * @param full the whole page
 */
public record EmbedPage(Frame frame, String title, String html, List<Ref> sources, String full) {}
