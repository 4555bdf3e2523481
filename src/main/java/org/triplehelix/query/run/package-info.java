/**
 * One query within limits: its text, its evaluation, its answer. Every limit ends the query that
 * reached it and no other.
 */
package org.triplehelix.query.run;
