package org.triplehelix.server.pipeline;

import java.util.function.Consumer;

/**
 * One try at an answer. Each request is first tried for a short time, in a lane that moves fast;
 * what takes longer begins again in a lane for long work, with all the time that it may have.
 *
 * @param isShort whether the time of the first try holds
 * @param onGone takes what is to be done if the client goes away
 */
public record Attempt(boolean isShort, Consumer<Runnable> onGone) {}
