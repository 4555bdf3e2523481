package org.triplehelix.report;

import java.time.Instant;

/**
 * What became of a report.
 *
 * @param receipt of the report
 * @param status it has now
 * @param note why; may be empty
 * @param when it was marked
 */
public record Mark(Receipt receipt, Status status, String note, Instant when) {}
