/**
 * Releases in an ordered log, Apache Kafka's: who publishes sends the step from one release to the
 * next, and any number of followers apply each step once, in the same order, whatever is stopped
 * when.
 */
package org.triplehelix.replica;
