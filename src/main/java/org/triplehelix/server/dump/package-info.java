/** Releases as files, whole, by graph and by source. Uses site and pipeline. */
package org.triplehelix.server.dump;
