package org.triplehelix.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.entity.search.Kind;
import org.triplehelix.entity.search.Name;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.entity.search.NameIndex;
import org.triplehelix.entity.search.Named;
import org.triplehelix.entity.search.NamedThings;
import org.triplehelix.graph.Release;
import org.triplehelix.query.Question;
import org.triplehelix.query.Questions;
import org.triplehelix.vocab.Family;

/** All that can be found by name on the site: what a release names, and the saved questions. */
public final class FindableNames {
  private static final String QUESTION = Family.BASE + "question/";

  private FindableNames() {}

  /** An index of the names. */
  public static NameIndex of(Release release, Questions questions) {
    List<Named> all = new ArrayList<>(NamedThings.of(release));
    questions.list().forEach(question -> all.add(named(question)));
    return new NameIndex(all);
  }

  private static Named named(Question question) {
    return new Named(
        NodeFactory.createURI(QUESTION + question.name()),
        Kind.QUESTION,
        List.of(
            new Name(question.summary(), "en", Form.PREFERRED),
            new Name(question.summaryZh(), "zh", Form.PREFERRED),
            new Name(question.name(), "", Form.IDENTIFIER)),
        List.of(),
        Set.of(),
        Map.of(),
        0);
  }
}
