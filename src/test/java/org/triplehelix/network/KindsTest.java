package org.triplehelix.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.triplehelix.graph.Content;

/** The kinds that pictures tell apart. */
class KindsTest {
  /** WCAG 2.2, 1.4.11: what must be seen to understand a drawing. */
  private static final double LEAST = 3;

  private static final List<String> GROUNDS = List.of("#fbfaf7", "#f2f0ea", "#14181b", "#1d2327");

  private static final List<Kind> KINDS = NetworkViews.in(Content.at(Path.of(""))).kinds().list();

  @Test
  void everyColourStandsOffLightAndDarkPaper() {
    for (Kind kind : KINDS) {
      for (String ground : GROUNDS) {
        double contrast = contrast(kind.colour(), ground);
        assertTrue(contrast >= LEAST, kind + " on " + ground + " is " + contrast);
      }
    }
    assertTrue(contrast("#333333", "#14181b") < LEAST, "the test sees no lack of contrast");
    assertEquals(21, contrast("#000000", "#ffffff"), 1e-9);
  }

  @Test
  void noTwoKindsHaveOneNameOrColour() {
    assertEquals(KINDS.size(), KINDS.stream().map(Kind::name).distinct().count());
    assertEquals(KINDS.size(), KINDS.stream().map(Kind::colour).distinct().count());
  }

  private static double contrast(String one, String other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + .05) / (dark + .05);
  }

  private static double luminance(String colour) {
    double[] parts =
        Stream.of(1, 3, 5)
            .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
            .map(part -> part <= .04045 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4))
            .toArray();
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  }
}
