/**
 * What the project's names lead to: documents in every format of RDF, pages for people, the
 * ontology and the JSON-LD context. Uses site and pipeline.
 */
package org.triplehelix.server.document;
