/**
 * What must not be found in a built content: SPARQL checks, SHACL shapes, style of hand-written
 * files, digests and wordings of documents at hand. Uses graph and below.
 */
package org.triplehelix.check;
