package org.triplehelix.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what the jar is made of: whoever looks for known vulnerabilities goes by it. */
class SbomIT {
  private static final Path LIST = Commands.HOME.resolve("target/triplehelix.cdx.json");
  private static final Path JAR = Commands.HOME.resolve("target/triplehelix.jar");

  @BeforeAll
  static void demandList() {
    String message = "skipped: " + LIST + " is not there, for Maven was offline (-o)";
    if ("true".equals(System.getenv("CI"))) {
      assertTrue(Files.exists(LIST), message);
    }
    assumeTrue(Files.exists(LIST), message);
  }

  private static List<JsonObject> components() throws IOException {
    JsonObject list = JSON.parse(Files.readString(LIST));
    assertEquals("CycloneDX", list.getString("bomFormat"));
    return list.getArray("components").map(c -> c.getAsObject()).toList();
  }

  /** The jars of others that the tests run with. */
  private static List<Path> jars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(name -> name.endsWith(".jar"))
        .map(Path::of)
        .filter(jar -> !jar.startsWith(Commands.HOME))
        .toList();
  }

  /** Whether its first class, or file for pages, is there with the same bytes. */
  private static boolean isWithin(JarFile whole, Path part) throws IOException {
    try (JarFile jar = new JarFile(part.toFile())) {
      return jar.stream()
          .filter(
              entry ->
                  entry.getName().matches("(?!.*(module|package)-info).*[.]class")
                      || entry.getName().matches("META-INF/resources/.*[^/]"))
          .findFirst()
          .filter(entry -> whole.getEntry(entry.getName()) != null)
          .filter(entry -> whole.getEntry(entry.getName()).getCrc() == entry.getCrc())
          .isPresent();
    }
  }

  @Test
  void whatIsInTheJarIsListedAndNothingElse() throws IOException {
    Set<String> listed =
        components().stream()
            .map(c -> c.getString("name") + "-" + c.getString("version"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> inside = new TreeSet<>();
    Set<String> present = new TreeSet<>();
    try (JarFile whole = new JarFile(JAR.toFile())) {
      for (Path jar : jars()) {
        String name = jar.getFileName().toString().replaceFirst("(-jakarta)?\\.jar$", "");
        present.add(name);
        if (isWithin(whole, jar)) {
          inside.add(name);
        }
      }
    }
    assertTrue(inside.size() > 50, inside.toString());
    assertTrue(listed.containsAll(inside), () -> without(inside, listed) + " are not listed");
    assertTrue(present.containsAll(listed), () -> without(listed, present) + " are not there");
    assertFalse(listed.stream().anyMatch(name -> name.startsWith("junit")), listed.toString());
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  @Test
  void eachPartHasWhatAdvisoriesGoBy() throws IOException {
    for (JsonObject part : components()) {
      String purl = part.getString("purl");
      assertTrue(
          purl.startsWith(
              "pkg:maven/%s/%s@%s"
                  .formatted(
                      part.getString("group"), part.getString("name"), part.getString("version"))),
          purl);
      assertTrue(part.getArray("hashes").findAny().isPresent(), purl);
    }
  }
}
