/**
 * Errors that readers report, and what became of them: files to which lines are appended, and that
 * survive kill -9 and a full disk.
 */
package org.triplehelix.report;
