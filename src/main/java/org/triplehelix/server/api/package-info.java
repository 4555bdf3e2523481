/**
 * The graph as plain JSON and tables for those who write programs: questions, entities, figures and
 * comparisons, described by OpenAPI. Uses figure, site and pipeline.
 */
package org.triplehelix.server.api;
