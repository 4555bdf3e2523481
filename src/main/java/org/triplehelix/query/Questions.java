package org.triplehelix.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triplehelix.check.PrefixLines;
import org.triplehelix.graph.Content;
import org.triplehelix.graph.Content.Role;
import org.triplehelix.graph.QueryFile;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.InputProblem;
import org.triplehelix.source.Position;
import org.triplehelix.vocab.Nearest;

/**
 * The catalogue of questions.
 *
 * @param list by area, then by name
 */
public record Questions(List<Question> list) {
  private static final int NEAR = 3;

  public Questions {
    list = List.copyOf(list);
  }

  /**
   * The questions of a folder.
   *
   * @throws BadInputException with every fault of their files
   */
  public static Questions in(Content content) {
    List<InputProblem> problems = new ArrayList<>();
    List<Question> questions = read(content, problems);
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return new Questions(questions);
  }

  private static List<Question> read(Content content, List<InputProblem> problems) {
    List<Question> questions = new ArrayList<>();
    Map<String, String> files = new HashMap<>();
    for (Content.Item item : content.items(Role.QUESTION)) {
      problems.addAll(PrefixLines.faults(item.name(), item.text()));
      String other = files.putIfAbsent(item.stem(), item.name());
      if (other != null) {
        problems.add(
            new InputProblem(
                Position.of(item.name()), "has the name of " + other, "give it a name of its own"));
      }
      QueryFile.read(item, problems)
          .flatMap(file -> Question.of(file, problems))
          .ifPresent(questions::add);
    }
    return questions;
  }

  /** The question of a name. */
  public Optional<Question> named(String name) {
    return list.stream().filter(q -> q.name().equals(name)).findFirst();
  }

  /** The names that are most like one that does not exist. */
  public List<String> near(String name) {
    return Nearest.of(name, list.stream().map(Question::name).toList(), NEAR);
  }
}
