/** Matching names of other tables with the register: W3C Reconciliation Service API 0.2. */
package org.triplehelix.server.reconcile;
