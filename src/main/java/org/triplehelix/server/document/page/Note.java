package org.triplehelix.server.document.page;

import org.triplehelix.server.site.Ref;

/**
 * What the curators note of a claim.
 *
 * @param label what kind of note it is; a disagreement leads to its page
 * @param text in the page's language
 */
public record Note(Ref label, String text) {}
