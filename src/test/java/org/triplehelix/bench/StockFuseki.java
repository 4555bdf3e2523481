package org.triplehelix.bench;

import java.util.Locale;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/** Fuseki as it comes, with a file loaded into memory. */
public final class StockFuseki {
  private StockFuseki() {}

  /** Takes the port and the file. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, arguments[1]));
    System.out.printf(Locale.ROOT, "Loaded in %.3f s%n", (System.nanoTime() - start) / 1e9);
    FusekiServer.create()
        .port(Integer.parseInt(arguments[0]))
        .add("/ds", dataset)
        .build()
        .start()
        .join();
  }
}
