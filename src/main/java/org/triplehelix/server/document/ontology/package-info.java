/** The reference of the ontology and of the schemes, as pages show it. */
package org.triplehelix.server.document.ontology;
