/** The command line: one class per command, the only printer, used by none. */
package org.triplehelix.cli;
