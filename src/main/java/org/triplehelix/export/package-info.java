/**
 * The only writer: a release as RDF in the usual formats, findings as a SHACL report. Uses query
 * and below.
 */
package org.triplehelix.export;
