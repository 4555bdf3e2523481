/**
 * Asking without knowing how: the gallery of questions, their answers, the workbench for SPARQL and
 * the builder that needs none. Uses api, figure, site and pipeline.
 */
package org.triplehelix.server.ask;
