package org.triplehelix.source;

import java.util.Optional;

/**
 * A drafted section.
 *
 * @param name its local name: {@code section-1-2}
 * @param parent the local name of the section it is a part of; empty if it is one of the document's
 * @param title its heading as printed; empty for what stands before the first one
 * @param position its place among the sections of its parent, from one
 */
public record SectionDraft(
    String name, Optional<String> parent, Optional<String> title, int position) {}
