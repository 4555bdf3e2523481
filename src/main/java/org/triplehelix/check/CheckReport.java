package org.triplehelix.check;

import java.util.List;
import java.util.TreeSet;

/**
 * What the checks of a content found.
 *
 * @param findings in the order of the files, each told once
 * @param documents how many documents were at hand
 * @param skipped what could not be checked, and why: a sentence each
 */
public record CheckReport(List<Finding> findings, int documents, List<String> skipped) {
  public CheckReport {
    findings = List.copyOf(new TreeSet<>(findings));
    skipped = List.copyOf(skipped);
  }
}
