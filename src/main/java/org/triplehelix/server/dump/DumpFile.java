package org.triplehelix.server.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.triplehelix.export.RdfExport;
import org.triplehelix.export.RdfFormat;
import org.triplehelix.graph.Release;
import org.triplehelix.server.pipeline.Format;
import org.triplehelix.server.pipeline.StoredFile;
import org.triplehelix.server.site.ResultFormats;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/**
 * One file of a release.
 *
 * @param name its path below that of the release
 * @param rdf how it is written
 * @param form its media type before it is compressed
 * @param graphs that it holds; empty for the whole release
 * @param compressed whether by gzip
 */
record DumpFile(String name, RdfFormat rdf, Format form, Set<Node> graphs, boolean compressed) {
  static final String GRAPHS = "graph/";
  static final String SOURCES = "source/";
  static final String WHOLE = "";

  private static final Format GZIP = Format.of("gz", "application/gzip");
  private static final String SUFFIX = ".gz";

  private static final List<Form> QUADS =
      List.of(
          new Form(".nq", RdfFormat.NQUADS, ResultFormats.NQUADS),
          new Form(".trig", RdfFormat.TRIG, ResultFormats.TRIG));
  private static final List<Form> ALL =
      join(
          QUADS,
          List.of(
              new Form(".jsonld", RdfFormat.JSONLD, ResultFormats.JSONLD),
              new Form(".nt", RdfFormat.NTRIPLES, ResultFormats.NTRIPLES),
              new Form(".ttl", RdfFormat.TURTLE, ResultFormats.TURTLE),
              new Form(".rdf", RdfFormat.RDFXML, ResultFormats.RDFXML)));
  private static final List<Form> REIFIED =
      List.of(
          new Form("-1.2.nq", RdfFormat.NQUADS12, ResultFormats.NQUADS12),
          new Form("-1.2.trig", RdfFormat.TRIG12, ResultFormats.TRIG12));

  private record Form(String ending, RdfFormat rdf, Format form) {}

  private static List<Form> join(List<Form> some, List<Form> more) {
    List<Form> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** All files of a release: whole, by graph, and the passages of each source. */
  static List<DumpFile> of(Release release) {
    List<DumpFile> files = new ArrayList<>();
    add(files, "triplehelix", Set.of(), join(ALL, REIFIED));
    Set<Node> graphs = new HashSet<>();
    release.quads().forEach(quad -> graphs.add(quad.getGraph()));
    TreeMap<String, Node> fixed = new TreeMap<>();
    graphs.stream().filter(DumpFile::isFixed).forEach(g -> fixed.put(nameOf(g), g));
    fixed.forEach((name, graph) -> add(files, GRAPHS + name, Set.of(graph), ALL));
    release.quads().stream()
        .filter(DumpFile::tellsSource)
        .map(quad -> quad.getSubject().getURI())
        .sorted()
        .forEach(source -> add(files, source, graphs));
    return List.copyOf(files);
  }

  private static void add(List<DumpFile> files, String source, Set<Node> graphs) {
    Set<Node> passages =
        graphs.stream()
            .filter(graph -> graph.getURI().startsWith(source + "/"))
            .collect(Collectors.toUnmodifiableSet());
    if (!passages.isEmpty()) {
      String name = source.substring(Family.SOURCE.namespace().length());
      add(files, SOURCES + name, passages, QUADS);
    }
  }

  private static void add(List<DumpFile> files, String stem, Set<Node> graphs, List<Form> forms) {
    for (Form form : forms) {
      String name = stem + form.ending();
      files.add(new DumpFile(name, form.rdf(), form.form(), graphs, false));
      files.add(new DumpFile(name + SUFFIX, form.rdf(), form.form(), graphs, true));
    }
  }

  private static boolean isFixed(Node graph) {
    return Quad.isDefaultGraph(graph) || graph.getURI().startsWith(Family.GRAPH.namespace());
  }

  private static String nameOf(Node graph) {
    return Quad.isDefaultGraph(graph)
        ? "default"
        : graph.getURI().substring(Family.GRAPH.namespace().length());
  }

  private static boolean tellsSource(Quad quad) {
    return quad.isDefaultGraph()
        && quad.getPredicate().equals(RDF.Nodes.type)
        && quad.getObject().equals(TH.Source)
        && quad.getSubject().getURI().startsWith(Family.SOURCE.namespace());
  }

  /** Where it lies: {@link #WHOLE}, {@link #GRAPHS} or {@link #SOURCES}. */
  String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** Its name in its folder. */
  String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** As which it is sent. */
  Format type() {
    return compressed ? GZIP : form;
  }

  /** The file before it is compressed. */
  DumpFile plain() {
    return compressed
        ? new DumpFile(name.substring(0, name.length() - SUFFIX.length()), rdf, form, graphs, false)
        : this;
  }

  /** Writes it, uncompressed. */
  void write(Release release, OutputStream out) throws IOException {
    if (graphs.isEmpty()) {
      RdfExport.write(release, rdf, out);
    } else {
      RdfExport.write(release, graphs, rdf, out);
    }
  }

  /** Writes a file compressed. */
  static void compress(StoredFile file, OutputStream out) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      Files.copy(file.path(), gzip);
    }
  }
}
