/** Finding things by their names. */
package org.triplehelix.server.search;
