/**
 * What the pages of things show: their statements in the order of people, each with its evidence.
 * Uses site and pipeline.
 */
package org.triplehelix.server.document.page;
