/**
 * What changed from one release to another: what people wrote, told apart from what follows from
 * it. Uses graph and below.
 */
package org.triplehelix.diff;
