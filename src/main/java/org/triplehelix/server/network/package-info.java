/** Networks for graph tools, as files and as pages. */
package org.triplehelix.server.network;
