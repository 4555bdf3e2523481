package org.triplehelix.server.pipeline;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One try at an answer. Each request is first tried for a short time, in a lane that moves fast;
 * what takes longer begins again in a lane for long work, with all the time that it may have.
 *
 * @param isShort whether the time of the first try holds
 * @param onGone takes what is to be done if the client goes away
 * @param onRows is told the rows of each query that is answered, for the log
 */
public record Attempt(boolean isShort, Consumer<Runnable> onGone, LongConsumer onRows) {}
