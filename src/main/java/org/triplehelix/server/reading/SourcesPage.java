package org.triplehelix.server.reading;

import java.util.List;
import java.util.Map;
import org.triplehelix.server.pipeline.Call;
import org.triplehelix.server.site.Behind;
import org.triplehelix.server.site.Frame;
import org.triplehelix.vocab.TH;

/**
 * The documents that were read.
 *
 * @param frame around the page
 * @param sources in order
 * @param behind the question behind it
 */
public record SourcesPage(Frame frame, List<SourceSummary> sources, Behind behind) {

  static SourcesPage of(Facts facts, Call call) {
    Frame frame = facts.site().frame(call.language(), call.path());
    Claims claims = new Claims(facts, frame);
    return new SourcesPage(
        frame,
        facts.all(TH.Source).stream()
            .map(source -> SourceSummary.of(source, facts, claims, frame))
            .toList(),
        Behind.of(facts.site(), frame, "passages-by-source", Map.of()));
  }
}
