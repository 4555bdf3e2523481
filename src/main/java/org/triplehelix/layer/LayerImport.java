package org.triplehelix.layer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.triplehelix.graph.Lockdown;
import org.triplehelix.source.BadInputException;
import org.triplehelix.source.Digest;
import org.triplehelix.source.Position;

/**
 * Turns the records of a register into the N-Quads of a layer, some at a time: as much memory is
 * taken for a hundred records as for a million, but for their identifiers.
 */
public final class LayerImport {
  /** Records that are mapped by one query. */
  private static final int BATCH = 200;

  private final Register register;
  private final OutputStream out;
  private final Watcher watcher;
  private final String end;
  private final Map<Long, JsonObject> batch = new TreeMap<>();
  private final Set<String> identifiers = new HashSet<>();
  private final Digest digest = new Digest();
  private long read;
  private long taken;
  private long statements;

  /** Is told how it goes. */
  public interface Watcher {
    /** A record that was left out. */
    void left(Bad bad);

    /** So many records were read by now. */
    void read(long records);
  }

  /**
   * A record that was left out.
   *
   * @param number from one, in the order of all files
   * @param id as it states it; empty if it states none
   */
  public record Bad(long number, String id, String reason) {}

  /**
   * What became of the records.
   *
   * @param read from the files
   * @param taken into the layer
   * @param statements of the layer
   * @param hash SHA-256 of the lines of the layer without what it says of itself
   */
  public record Outcome(long read, long taken, long statements, String hash) {
    /** How many were left out. */
    public long left() {
      return read - taken;
    }
  }

  /**
   * What the files do not tell.
   *
   * @param version of the register; empty if unknown
   * @param date of that version, as 2026-11-20; empty if unknown
   */
  public record Edition(String version, String date) {}

  private LayerImport(Register register, OutputStream out, Watcher watcher) {
    this.register = register;
    this.out = out;
    this.watcher = watcher;
    this.end = " <" + register.graph() + "> .\n";
  }

  /**
   * Writes the layer of a register's files.
   *
   * @param files as the register publishes them
   * @throws BadInputException if a file cannot be read to its end, or no record of it can be used
   */
  public static Outcome write(
      Register register, List<Path> files, Edition edition, OutputStream out, Watcher watcher)
      throws IOException {
    Lockdown.apply();
    LayerImport layer = new LayerImport(register, out, watcher);
    try {
      for (Path file : files) {
        new RecordFile(file).read(layer::take);
      }
      layer.map();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (layer.taken == 0) {
      throw new BadInputException(
          Position.of(files.get(0).toString()),
          "holds no record that can be used",
          "give a release of the register");
    }
    String hash = layer.digest.hex();
    layer.describe(files, edition, hash);
    return new Outcome(layer.read, layer.taken, layer.statements, hash);
  }

  private void take(JsonElement element) {
    read++;
    if (element.isJsonObject()) {
      batch.put(read, element.getAsJsonObject());
    } else {
      watcher.left(new Bad(read, "", "is no JSON object"));
    }
    if (batch.size() == BATCH) {
      map();
    }
  }

  private void map() {
    Graph graph = new GraphMem2Fast();
    RecordGraph records = new RecordGraph(graph);
    batch.forEach(records::add);
    Map<Long, Set<String>> faults = faults(graph);
    batch.forEach(
        (number, record) -> {
          String id = id(record);
          if (!faults.containsKey(number) && id.isEmpty()) {
            faults.put(number, Set.of("has an id that is no text"));
          } else if (!faults.containsKey(number) && !identifiers.add(id)) {
            faults.put(number, Set.of("has the id of a record before it"));
          }
          if (faults.containsKey(number)) {
            records.remove(number);
            watcher.left(new Bad(number, id, String.join("; ", faults.get(number))));
          }
        });
    taken += batch.keySet().stream().filter(number -> !faults.containsKey(number)).count();
    batch.clear();
    try (QueryExec mapping = QueryExec.graph(graph).query(register.records()).build()) {
      write(Iter.toList(mapping.constructTriples()), true);
    }
    watcher.read(read);
  }

  private static String id(JsonObject record) {
    JsonElement id = record.get("id");
    return id != null && id.isJsonPrimitive() ? id.getAsString() : "";
  }

  private Map<Long, Set<String>> faults(Graph graph) {
    Map<Long, Set<String>> faults = new LinkedHashMap<>();
    try (QueryExec asked = QueryExec.graph(graph).query(register.faults()).build()) {
      asked
          .select()
          .forEachRemaining(
              row ->
                  faults
                      .computeIfAbsent(RecordGraph.number(row.get("record")), n -> new TreeSet<>())
                      .add(row.get("reason").getLiteralLexicalForm()));
    }
    return faults;
  }

  /** Each triple once, sorted: the same records give the same bytes. */
  private void write(Collection<Triple> triples, boolean counts) {
    for (String line :
        triples.stream().map(this::line).collect(Collectors.toCollection(TreeSet::new))) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (counts) {
        digest.add(bytes);
      }
      statements++;
    }
  }

  private String line(Triple triple) {
    return NodeFmtLib.strNT(triple.getSubject())
        + " "
        + NodeFmtLib.strNT(triple.getPredicate())
        + " "
        + NodeFmtLib.strNT(triple.getObject())
        + end;
  }

  private void describe(List<Path> files, Edition edition, String hash) throws IOException {
    QueryExecBuilder asked =
        QueryExec.graph(new GraphMem2Fast())
            .query(register.description())
            .substitution("identifier", text("sha256:" + hash))
            .substitution(
                "records", NodeFactory.createLiteralDT("" + taken, XSDDatatype.XSDinteger))
            .substitution(
                "file",
                text(
                    files.stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", "))));
    if (!edition.version().isEmpty()) {
      asked.substitution("version", text(edition.version()));
    }
    if (!edition.date().isEmpty()) {
      asked.substitution("date", NodeFactory.createLiteralDT(edition.date(), XSDDatatype.XSDdate));
    }
    try (QueryExec description = asked.build()) {
      write(Iter.toList(description.constructTriples()), false);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }
}
