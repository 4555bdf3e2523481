/**
 * The server's door: how many come in, who they are, how fast they must send and take, and when
 * nobody new comes in any more.
 */
package org.triplehelix.server.guard;
