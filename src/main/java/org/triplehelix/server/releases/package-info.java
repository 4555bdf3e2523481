/** The releases that the server has: their feed, and what changed from one to another. */
package org.triplehelix.server.releases;
