package org.triplehelix.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.triplehelix.graph.ParsedFile.Statement;
import org.triplehelix.source.InputProblem;

/** Takes reading files apart, passage by passage. */
final class ReadingReader {
  private final Sources sources;
  private final List<InputProblem> problems;
  private final Reading reading = new Reading();

  private ReadingReader(Sources sources, List<InputProblem> problems) {
    this.sources = sources;
    this.problems = problems;
  }

  /** What the reading files say; faults are added to the problems. */
  static Reading read(List<ParsedFile> files, Sources sources, List<InputProblem> problems) {
    ReadingReader reader = new ReadingReader(sources, problems);
    files.forEach(reader::read);
    return reader.reading;
  }

  private void read(ParsedFile file) {
    Map<Node, List<Statement>> passages = new LinkedHashMap<>();
    for (Statement statement : file.statements()) {
      if (statement.graph() == null) {
        problems.add(
            new InputProblem(
                statement.position(),
                "a statement stands outside of any passage",
                "put it into the braces of its passage, or into data/curation/ if it is ours"));
      } else {
        passages.computeIfAbsent(statement.graph(), g -> new ArrayList<>()).add(statement);
      }
    }
    passages.forEach((passage, statements) -> read(file, passage, statements));
  }

  private void read(ParsedFile file, Node passage, List<Statement> statements) {
    String home = file.item().stem();
    sources
        .passageKey(passage)
        .filter(key -> sources.isOf(passage, home))
        .ifPresentOrElse(
            key -> new PassageReader(passage, key, reading, problems).read(statements),
            () ->
                problems.add(
                    new InputProblem(
                        statements.get(0).position(),
                        "<" + passage + "> is no passage of " + home,
                        "name a passage that seeds/" + home + ".ttl declares")));
  }
}
