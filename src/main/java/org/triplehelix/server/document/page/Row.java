package org.triplehelix.server.document.page;

import java.util.List;
import org.triplehelix.server.site.Ref;

/**
 * The values of a property.
 *
 * @param property what is said
 * @param statements each with a value
 * @param more how many are left out
 */
public record Row(Ref property, List<Statement> statements, int more) {}
