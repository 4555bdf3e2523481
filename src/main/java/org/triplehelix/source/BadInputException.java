package org.triplehelix.source;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used, with all its faults in the order of the files. */
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InputProblem> problems;

  public BadInputException(Collection<InputProblem> problems) {
    super(problems.stream().sorted().map(InputProblem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted().distinct().toList();
  }

  public BadInputException(Position position, String what, String remedy) {
    this(List.of(new InputProblem(position, what, remedy)));
  }

  /** The faults; never empty. */
  public List<InputProblem> problems() {
    return problems;
  }
}
