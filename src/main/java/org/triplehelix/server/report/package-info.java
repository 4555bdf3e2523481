/**
 * Readers report errors: a form, an address for programs, and what is checked before one is kept.
 */
package org.triplehelix.server.report;
