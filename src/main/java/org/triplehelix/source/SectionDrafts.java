package org.triplehelix.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Builds sections from numbered headings, nested as their numbering tells. */
final class SectionDrafts {
  /** The kinds of numbers from the widest section to the narrowest. */
  private static final List<Pattern> LEVELS =
      List.of(
          Pattern.compile("[一二三四五六七八九十]+、"),
          Pattern.compile("（[一二三四五六七八九十]+）"),
          Pattern.compile("\\d(?![\\d.])"),
          Pattern.compile("\\d\\.\\d(?![\\d.])"),
          Pattern.compile("\\d\\.\\d\\.\\d"));

  private static final String OPENING = "opening";

  private final List<SectionDraft> all = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private int top;

  /** A section that may still get parts. */
  private static final class Open {
    private final int level;
    private final String name;
    private int parts;

    Open(int level, String name) {
      this.level = level;
      this.name = name;
    }
  }

  /** Begins a section if a heading is numbered; says whether it is. */
  boolean open(String heading) {
    int level = level(heading);
    if (level == LEVELS.size()) {
      return false;
    }
    while (!open.isEmpty() && open.peek().level >= level) {
      open.pop();
    }
    Optional<String> parent = Optional.ofNullable(open.peek()).map(o -> o.name);
    int position = parent.isPresent() ? ++open.peek().parts : ++top;
    String name = parent.orElse("section") + "-" + (parent.isPresent() ? position : numbered());
    all.add(new SectionDraft(name, parent, Optional.of(heading), position));
    open.push(new Open(level, name));
    return true;
  }

  private long numbered() {
    return 1 + all.stream().filter(s -> s.parent().isEmpty() && s.title().isPresent()).count();
  }

  private static int level(String heading) {
    int level = 0;
    while (level < LEVELS.size() && !LEVELS.get(level).matcher(heading).lookingAt()) {
      level++;
    }
    return level;
  }

  /** The section that what comes next belongs to. */
  String current() {
    if (open.isEmpty()) {
      if (all.isEmpty()) {
        all.add(new SectionDraft(OPENING, Optional.empty(), Optional.empty(), ++top));
      }
      return OPENING;
    }
    return open.peek().name;
  }

  /** All sections so far, in order. */
  List<SectionDraft> all() {
    return all;
  }
}
