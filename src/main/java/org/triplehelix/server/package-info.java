/** The HTTP server; the only user of Fuseki and Jetty. Uses export and below. */
package org.triplehelix.server;
