/**
 * Figures as they are asked for, compared and told, with what says them: what the API and the pages
 * for people share. Uses site and pipeline.
 */
package org.triplehelix.server.figure;
