/**
 * Pages for analysts: places side by side, all figures by facets, and what the documents leave out.
 * Uses figure, site and pipeline.
 */
package org.triplehelix.server.analysis;
