package org.triplehelix.check;

import java.util.List;

/**
 * What the checks of a content found.
 *
 * @param findings in the order of the files
 * @param documents how many documents were at hand
 * @param skipped what could not be checked, and why: a sentence each
 */
public record CheckReport(List<Finding> findings, int documents, List<String> skipped) {
  public CheckReport {
    findings = findings.stream().sorted().distinct().toList();
    skipped = List.copyOf(skipped);
  }
}
