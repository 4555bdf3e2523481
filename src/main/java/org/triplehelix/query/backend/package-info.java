/**
 * Another engine behind the server: any endpoint of the SPARQL 1.1 protocol that holds a dump of a
 * release. It is sent standard SELECT and ASK queries and nothing else.
 */
package org.triplehelix.query.backend;
