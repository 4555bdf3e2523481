package org.triplehelix;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows run one way, from the command line and the server down to the vocabulary. */
@AnalyzeClasses(packages = "org.triplehelix", importOptions = DoNotIncludeTests.class)
class LayersTest {
  private static final String[] DOWNWARDS = {
    "cli", "server", "export", "query", "graph", "source", "vocab"
  };

  @ArchTest
  static void arrowsPointDown(JavaClasses classes) {
    var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String layer : DOWNWARDS) {
      layers = layers.layer(layer).definedBy("org.triplehelix." + layer + "..");
    }
    for (int i = 1; i < DOWNWARDS.length; i++) {
      String[] above = java.util.Arrays.copyOfRange(DOWNWARDS, 0, i);
      layers = layers.whereLayer(DOWNWARDS[i]).mayOnlyBeAccessedByLayers(above);
    }
    layers.whereLayer("cli").mayNotBeAccessedByAnyLayer().check(classes);
  }

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.triplehelix.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheServerKnowsFusekiAndJetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.triplehelix.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.triplehelix.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule onlyTheGraphReadsRdf =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.triplehelix.graph..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("org\\.apache\\.jena\\.riot\\.(RDFParser.*|RDFDataMgr)")
          .as("only graph reads RDF files");
}
