package org.triplehelix.server.document.page;

/**
 * That something is planned, doubted, inferred …
 *
 * @param text in the page's language
 * @param kind as the style sheet names it: {@code plan}, {@code doubt}, {@code infer}; or empty
 */
public record Mark(String text, String kind) {}
