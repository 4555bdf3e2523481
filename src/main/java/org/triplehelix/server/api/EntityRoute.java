package org.triplehelix.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.triplehelix.server.figure.Knowledge;
import org.triplehelix.server.pipeline.Attempt;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.Json;
import org.triplehelix.server.pipeline.Link;
import org.triplehelix.server.pipeline.Problem;
import org.triplehelix.vocab.Family;

/** One thing of the graph as plain JSON. */
final class EntityRoute implements Documented {
  private static final String PATH = "/api/entities/";

  private final Knowledge knowledge;

  EntityRoute(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public String path() {
    return PATH + "*";
  }

  @Override
  public String example() {
    return PATH + "medcity";
  }

  @Override
  public boolean speaks() {
    return true;
  }

  @Override
  public Prepared prepare(Call call) {
    String name = call.path().substring(PATH.length());
    Node thing =
        knowledge
            .slugs()
            .find(name, Family.ID.namespace())
            .filter(found -> found.getURI().startsWith(Family.BASE))
            .orElseThrow(() -> unknown(name));
    return new Answer(thing, call.language());
  }

  private Problem unknown(String name) {
    String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "id/";
    List<String> near =
        knowledge.near(name, folder).stream().map(path -> path.replaceFirst("^id/", "")).toList();
    return new Problem(
            Problem.Kind.NOT_FOUND,
            "There is nothing named " + name + ".",
            near.isEmpty()
                ? "Things have short names, others their path: concept/sectors/life-sciences."
                : "Did you mean " + near.get(0) + "?")
        .with("near", near);
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        new Operation(
            PATH + "{slug}",
            "entity",
            "entities",
            "What is known of a thing, and which passages say so?",
            "关于某事物已知什么，出自哪些句子？",
            List.of(
                ApiParameter.inPath(
                    "slug",
                    "medcity",
                    "The last part of its name; of what is no thing, the path below the base.",
                    "名称末段；非登记事物则用完整路径。"),
                ApiParameter.LANG,
                ApiParameter.RELEASE),
            List.of(Format.JSON),
            "Entity"));
  }

  private final class Answer implements Prepared {
    private final Node thing;
    private final String language;

    Answer(Node thing, String language) {
      this.thing = thing;
      this.language = language;
    }

    @Override
    public List<Format> formats() {
      return List.of(Format.JSON);
    }

    @Override
    public String canonical() {
      return thing.getURI();
    }

    @Override
    public Map<String, String> headers(Format format) {
      return Map.of("Link", Link.to(thing.getURI(), "cite-as"));
    }

    @Override
    public void write(Format format, Attempt attempt, OutputStream out) throws IOException {
      out.write(Json.document(new EntityView(knowledge, thing, language).json()));
    }
  }
}
