package org.triplehelix.server.document.page;

import java.util.List;

/**
 * A section of a page: rows of properties, or facts.
 *
 * @param name of the section in addresses
 * @param title for people
 * @param rows by property
 * @param facts each with its own page
 */
public record Group(String name, String title, List<Row> rows, List<Statement> facts) {
  /** Whether there is nothing to show. */
  public boolean isEmpty() {
    return rows.isEmpty() && facts.isEmpty();
  }
}
