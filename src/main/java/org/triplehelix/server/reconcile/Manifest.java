package org.triplehelix.server.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.triplehelix.entity.search.Named;
import org.triplehelix.vocab.Family;
import org.triplehelix.vocab.TH;

/** What the service offers and where. */
final class Manifest {
  /** Queries in a batch. */
  static final int BATCH = 100;

  private static final int PREVIEW_WIDTH = 420;
  private static final int PREVIEW_HEIGHT = 260;
  private static final int DEFAULT_TYPES = 12;

  private Manifest() {}

  static Map<String, Object> of(Service service, String language) {
    String root = service.site().address().absolute("/reconcile");
    String entity = root + "/entity";
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("versions", List.of("0.2"));
    json.put("name", text(language, "reconcile.name"));
    json.put("identifierSpace", Family.BASE);
    json.put("schemaSpace", TH.NS);
    json.put("documentation", service.site().address().absolute("/"));
    json.put("serviceVersion", service.site().release().shortHash());
    json.put("defaultTypes", defaultTypes(service.schema(), language));
    json.put("view", Map.of("url", entity + "/view?id={{id}}"));
    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("url", entity + "/preview?id={{id}}&lang=" + language);
    preview.put("width", PREVIEW_WIDTH);
    preview.put("height", PREVIEW_HEIGHT);
    json.put("preview", preview);
    Map<String, Object> suggest = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      suggest.put(part.label(), suggest(root, part));
    }
    json.put("suggest", suggest);
    json.put("extend", extend(root, language));
    json.put("batchSize", BATCH);
    return json;
  }

  /** A text in a language. */
  static String text(String language, String key) {
    return ResourceBundle.getBundle(
            "org.triplehelix.server.messages", Locale.forLanguageTag(language))
        .getString(key);
  }

  private static List<Map<String, Object>> defaultTypes(Schema schema, String language) {
    return schema.types().things().stream()
        .limit(DEFAULT_TYPES)
        .map(Named::node)
        .map(type -> schema.typeWithBroader(type, language))
        .toList();
  }

  private static Map<String, Object> suggest(String root, Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service_url", root);
    json.put("service_path", "/suggest/" + part.label());
    json.put("flyout_service_url", root);
    json.put("flyout_service_path", "/flyout/" + part.label() + "?id=${id}");
    return json;
  }

  private static Map<String, Object> extend(String root, String language) {
    Map<String, Object> propose = new LinkedHashMap<>();
    propose.put("service_url", root);
    propose.put("service_path", "/properties");
    Map<String, Object> lang = setting(language, "lang", "select", "any");
    lang.put(
        "choices",
        List.of(
            choice("any", text(language, "reconcile.lang.any")),
            choice("zh", "中文"),
            choice("en", "English")));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("propose_properties", propose);
    json.put("property_settings", List.of(setting(language, "limit", "number", 0), lang));
    return json;
  }

  private static Map<String, Object> setting(
      String language, String name, String type, Object usual) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("label", text(language, "reconcile." + name));
    json.put("type", type);
    json.put("default", usual);
    json.put("help_text", text(language, "reconcile." + name + ".help"));
    return json;
  }

  private static Map<String, Object> choice(String value, String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", value);
    json.put("name", name);
    return json;
  }
}
