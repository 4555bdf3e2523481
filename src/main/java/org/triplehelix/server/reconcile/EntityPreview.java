package org.triplehelix.server.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.triplehelix.entity.search.Name;
import org.triplehelix.entity.search.Name.Form;
import org.triplehelix.entity.search.Named;

/**
 * A small page about an entity.
 *
 * @param language {@code zh} or {@code en}
 * @param href where there is more
 * @param name in the language
 * @param otherName in the other language; may be empty
 * @param aliases other names
 * @param types what it is
 * @param description in the language; may be empty
 */
public record EntityPreview(
    String language,
    String href,
    String name,
    String otherName,
    String aliases,
    String types,
    String description) {

  static EntityPreview of(Service service, Named entity, String language) {
    String name = entity.name(language);
    String other = entity.preferred(language.equals("zh") ? "en" : "zh").orElse("");
    Set<String> aliases =
        entity.names().stream()
            .filter(n -> n.form() == Form.ALIAS)
            .map(Name::text)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> types =
        entity.types().stream().map(type -> service.schema().name(type, language)).toList();
    return new EntityPreview(
        language,
        service.site().address().absolute("/" + Entities.id(entity.node())),
        name,
        other.equals(name) ? "" : other,
        String.join(" · ", aliases),
        String.join(" · ", types),
        Entities.description(entity, language));
  }

  /** The other language. */
  public String otherLanguage() {
    return language.equals("zh") ? "en" : "zh";
  }
}
