package org.triplehelix.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixesTest {
  private static final String LONDON = "https://w3id.org/triplehelix/id/london";
  private static final Prefixes PREFIXES = Prefixes.standard();

  @ParameterizedTest
  @ValueSource(strings = {"id:london", "<id:london>", LONDON, "<" + LONDON + ">"})
  void aNameIsItsIri(String name) {
    assertEquals(Optional.of(LONDON), PREFIXES.expand(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"london", "nobody:london", "id:lon don", "\nid:london", "id:lon\n\ndon"})
  void whatIsNoIriIsNone(String text) {
    assertEquals(Optional.empty(), PREFIXES.expand(text));
  }

  @Test
  void anIriIsAbbreviatedWhereAPrefixFits() {
    assertEquals("id:london", PREFIXES.abbreviate(LONDON));
    assertEquals("<" + LONDON + "/of>", PREFIXES.abbreviate(LONDON + "/of"));
  }
}
