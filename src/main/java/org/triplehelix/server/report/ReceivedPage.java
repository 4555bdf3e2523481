package org.triplehelix.server.report;

import org.triplehelix.server.site.Frame;

/**
 * What is shown to whoever has reported an error.
 *
 * @param frame around the page
 * @param receipt the number of the report
 */
public record ReceivedPage(Frame frame, String receipt) {}
