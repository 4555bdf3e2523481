/** Pages of what registers of others say, kept apart from what was read. */
package org.triplehelix.server.record;
