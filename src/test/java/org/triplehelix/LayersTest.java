package org.triplehelix;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Arrows run one way, from the command line and the server down to the vocabulary. */
class LayersTest {
  private static final String[] DOWNWARDS = {
    "cli", "server", "replica", "export", "network", "query", "check", "diff", "entity", "store",
    "layer", "graph", "infer", "report", "source", "vocab"
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.triplehelix");

  @Test
  void everyPackageHasItsPlace() {
    CLASSES.stream()
        .map(c -> c.getPackageName().split("\\.")[2])
        .distinct()
        .forEach(name -> assertTrue(Arrays.asList(DOWNWARDS).contains(name), name));
  }

  @Test
  void arrowsPointDown() {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String layer : DOWNWARDS) {
      layers = layers.layer(layer).definedBy("org.triplehelix." + layer + "..");
    }
    for (int i = 1; i < DOWNWARDS.length; i++) {
      String[] above = Arrays.copyOfRange(DOWNWARDS, 0, i);
      layers = layers.whereLayer(DOWNWARDS[i]).mayOnlyBeAccessedByLayers(above);
    }
    layers.whereLayer("cli").mayNotBeAccessedByAnyLayer().check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.triplehelix.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheServerKnowsFusekiAndJetty() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.triplehelix.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta.servlet..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.triplehelix.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheGraphReadsRdf() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.triplehelix.graph..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.apache\\.jena\\.riot\\.(RDFParser.*|RDFDataMgr)")
        .check(CLASSES);
  }
}
