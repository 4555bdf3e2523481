package org.triplehelix.server.figure;

import java.time.LocalDate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.triplehelix.graph.Edtf;

/**
 * A period that is asked for; what overlaps it is found.
 *
 * @param first its first day
 * @param last its last day
 */
public record Period(Node first, Node last) {
  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  /** The period of a parameter. */
  public static Period of(String name, String value) {
    Edtf period =
        Edtf.parse(value)
            .orElseThrow(
                () ->
                    Parameters.wrong(
                        name,
                        value,
                        "a year, month, day or interval: 2016, 2016-04, 2016/2018, ../2027",
                        name + "=2016"));
    return new Period(date(period.from().orElse(BEGINNING)), date(period.until().orElse(END)));
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }
}
