/**
 * What is too large for memory: graphs in a folder on disk, in Jena's TDB2, with the full text of
 * their names beside it.
 */
package org.triplehelix.store;
