package org.triplehelix.server.ask;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.triplehelix.query.run.QueryText;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Route;
import org.triplehelix.server.site.Evaluation;
import org.triplehelix.server.site.Refs;
import org.triplehelix.server.site.Site;

/** The introduction for newcomers, in small steps, each with its query and the answer. */
final class LearnRoute implements Route {
  private static final String PATH = "/learn";

  private final Site site;

  LearnRoute(Site site) {
    this.site = site;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String example() {
    return PATH;
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    return new Introduction(call.language());
  }

  private final class Introduction implements Prepared {
    private final String language;

    Introduction(String language) {
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.HTML);
    }

    @Override
    public String canonical() {
      return PATH;
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) {
      List<List<String>> columns = new ArrayList<>();
      List<List<Binding>> answers = new ArrayList<>();
      for (Lesson lesson : Lesson.ALL) {
        Query query =
            QueryText.parse(
                lesson.name(), lesson.query(), site.limits(), site.release().prefixes());
        columns.add(query.getResultVars());
        answers.add(
            new Evaluation(lesson.name(), site.engine(), site.limits()).rows(query, attempt));
      }
      LearnPage page =
          LearnPage.of(site.frame(language, PATH), columns, answers, new Refs(site, language));
      site.pages().write("learn.jte", page, out);
    }
  }
}
