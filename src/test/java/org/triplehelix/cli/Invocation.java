package org.triplehelix.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * How a command ended that was run within the tests.
 *
 * @param code its exit code
 * @param out what it answered
 * @param err what it told
 */
record Invocation(int code, String out, String err) {
  /** Runs a command. */
  static Invocation of(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine(new PrintWriter(out), new PrintWriter(err));
    return new Invocation(
        commandLine.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
  }
}
