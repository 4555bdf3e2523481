/**
 * One way in and one way out for every answer: routes, parameters, negotiation, cache, lanes,
 * errors, headers, log and metrics. Knows nothing of what is answered.
 */
package org.triplehelix.server.pipeline;
