/**
 * What is wrong with a built content, or missing from it: SPARQL checks, SHACL shapes, style of
 * hand-written files, digests and wordings of documents at hand, what was not read. Uses graph and
 * below.
 */
package org.triplehelix.check;
