/** The only writer: a release as RDF in the usual formats. Uses query and below. */
package org.triplehelix.export;
