/** SPARQL: protocol, description of the service, whole graphs. Uses site and pipeline. */
package org.triplehelix.server.sparql;
