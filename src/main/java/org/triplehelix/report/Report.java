package org.triplehelix.report;

/**
 * An error that a reader reports. It holds nothing of who reports it.
 *
 * @param about the name of the statement, figure or thing
 * @param what is wrong
 * @param should what it should be; may be empty
 * @param why the reader thinks so; may be empty
 * @param source where that can be read; may be empty
 */
public record Report(String about, String what, String should, String why, String source) {}
