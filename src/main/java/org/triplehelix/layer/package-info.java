/**
 * Registers of others as layers: each is a graph of its own beside what was read, never among it.
 */
package org.triplehelix.layer;
