/**
 * A release as something to ask: its dataset, full text, and what queries may not do. Uses graph
 * and below.
 */
package org.triplehelix.query;
