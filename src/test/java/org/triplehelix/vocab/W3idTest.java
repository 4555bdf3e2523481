package org.triplehelix.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules for w3id.org lead every name of the project to its path on the server. */
class W3idTest {
  private static final Pattern RULE =
      Pattern.compile("(?m)^RewriteRule (\\S+) (\\S+) \\[([^\\]]*)]$");
  private static final Pattern VARIABLE = Pattern.compile("E=(\\w+):(\\S+)");
  private static final Pattern STATUS = Pattern.compile("R=(\\d+)");

  private final List<Rule> rules = new ArrayList<>();
  private final String text;

  private record Rule(Pattern pattern, String target, List<String> flags) {}

  private record Answer(int status, String location) {}

  W3idTest() throws IOException {
    text = Files.readString(Path.of("docs/w3id/.htaccess"));
    Matcher rule = RULE.matcher(text);
    while (rule.find()) {
      rules.add(
          new Rule(
              Pattern.compile(rule.group(1)), rule.group(2), List.of(rule.group(3).split(","))));
    }
  }

  /** As Apache does in a folder: the pattern sees the path without the folder. */
  private Answer answer(String path) {
    String server = "";
    for (Rule rule : rules) {
      Matcher match = rule.pattern().matcher(path);
      if (!match.find()) {
        continue;
      }
      for (String flag : rule.flags()) {
        Matcher variable = VARIABLE.matcher(flag);
        server = variable.matches() ? variable.group(2) : server;
      }
      if (!rule.target().equals("-")) {
        String first = match.groupCount() > 0 ? match.group(1) : "";
        return new Answer(
            status(rule), rule.target().replace("%{ENV:SERVER}", server).replace("$1", first));
      }
    }
    throw new IllegalArgumentException("no rule for " + path);
  }

  private static int status(Rule rule) {
    Matcher status = STATUS.matcher(String.join(",", rule.flags()));
    assertTrue(status.find(), rule.toString());
    assertTrue(rule.flags().contains("L"), rule.toString());
    return Integer.parseInt(status.group(1));
  }

  private void assertLeads(int status, String iri, String path) {
    assertEquals(
        new Answer(status, "https://triplehelix.example.org" + path),
        answer(iri.substring(Family.BASE.length())),
        iri);
  }

  @Test
  void everyFamilyLeadsToItsPathAsNoDocument() {
    for (Family family : Family.values()) {
      String name = family.namespace() + "some-name";
      assertLeads(303, name, "/" + name.substring(Family.BASE.length()));
    }
    assertLeads(303, Family.SOURCE.namespace() + "x/s001/1", "/source/x/s001/1");
  }

  @Test
  void theOntologyIsOneDocumentWhoseFormatTheServerChooses() {
    assertLeads(303, TH.ONTOLOGY.getURI(), "/ontology");
    assertLeads(303, TH.ONTOLOGY.getURI() + "/", "/ontology");
    assertLeads(302, TH.ONTOLOGY.getURI() + "/0.1.0", "/ontology/0.1.0");
  }

  @Test
  void everythingElseLeadsToItsPath() {
    for (String path : List.of("", "sparql", "release/0123456789ab", "releases", "dump/latest/")) {
      assertLeads(302, Family.BASE + path, "/" + path);
    }
    assertLeads(302, Family.BASE + "identity", "/identity");
    assertLeads(302, Family.BASE + "ontologyx", "/ontologyx");
  }

  @Test
  void theServerIsNamedOnceAndApacheKnowsTheRest() {
    assertEquals(1, text.split("https://triplehelix\\.example\\.org", -1).length - 1);
    assertEquals(4, rules.size());
    for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      assertTrue(line.equals("RewriteEngine on") || RULE.matcher(line).matches(), line);
    }
  }
}
