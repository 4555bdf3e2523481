package org.triplehelix.server.reconcile;

import org.triplehelix.server.site.Lazy;
import org.triplehelix.server.site.Site;

/** What the routes of the reconciliation service share. */
final class Service {
  private final Site site;
  private final Entities entities;
  private final Values values;
  private final Lazy<Schema> schema;

  Service(Site site) {
    this.site = site;
    this.entities = new Entities(site);
    this.values = new Values(site.dataset());
    this.schema = new Lazy<>(() -> new Schema(site, entities.all(), values));
  }

  Site site() {
    return site;
  }

  Entities entities() {
    return entities;
  }

  Values values() {
    return values;
  }

  /** Made when it is first asked for. */
  Schema schema() {
    return schema.get();
  }
}
