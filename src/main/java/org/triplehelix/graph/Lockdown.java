package org.triplehelix.graph;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.util.Set;
import org.apache.jena.cdt.CompositeDatatypeList;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSystem;

/**
 * Shuts what ARQ leaves open: calls to other servers, classes by name, functions that wait, print
 * or show the server's inside, JSON-LD contexts from elsewhere.
 */
public final class Lockdown {
  /** ARQ's functions that only compute: the others sleep, print, read the context or tell it. */
  private static final Set<String> SAFE_ARQ_FUNCTIONS =
      Set.of(
          "bnode",
          "date",
          "e",
          "evenInteger",
          "langeq",
          "localname",
          "max",
          "min",
          "namespace",
          "now",
          "nowtz",
          "pi",
          "sha1sum",
          "sqrt",
          "strjoin",
          "strlen",
          "struuid",
          "substr",
          "substring",
          "timezone",
          "uuid");

  /** ARQ's property functions that only compute. */
  private static final Set<String> SAFE_ARQ_PROPERTY_FUNCTIONS =
      Set.of(
          "alt",
          "assign",
          "bag",
          "blankNode",
          "bnode",
          "concat",
          "container",
          "listIndex",
          "listLength",
          "listMember",
          "seq",
          "splitIRI",
          "splitURI",
          "str",
          "strSplit");

  private static boolean applied;

  private Lockdown() {}

  /** Applies to the whole program; a second call changes nothing. */
  public static synchronized void apply() {
    if (applied) {
      return;
    }
    JenaSystem.init();
    ARQ.globalServiceAllowed = false;
    ARQ.getContext().set(ARQ.httpServiceAllowed, false);
    FunctionRegistry.set(ARQ.getContext(), new Functions(FunctionRegistry.get()));
    PropertyFunctionRegistry.set(
        ARQ.getContext(), new PropertyFunctions(PropertyFunctionRegistry.get()));
    RIOT.getContext().set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(Lockdown::refuse));
    applied = true;
  }

  private static com.apicatalog.jsonld.document.Document refuse(
      java.net.URI uri, com.apicatalog.jsonld.loader.DocumentLoaderOptions options)
      throws JsonLdError {
    throw new JsonLdError(
        JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not loaded");
  }

  /** Whether a name makes ARQ load a class, and one that is not known to be harmless. */
  private static boolean loadsClass(String uri) {
    return uri.startsWith(ARQConstants.javaClassURIScheme)
        || uri.startsWith(ARQConstants.ARQProcedureLibraryURI)
        || uri.startsWith("http://jena.hpl.hp.com/");
  }

  private static QueryDeniedException denied(String uri) {
    return new QueryDeniedException("The function <" + uri + "> is not offered here");
  }

  private static final class Functions extends FunctionRegistry {
    Functions(FunctionRegistry standard) {
      standard.keys().forEachRemaining(uri -> put(uri, standard.get(uri)));
    }

    @Override
    public FunctionFactory get(String uri) {
      if (loadsClass(uri)
          || isOfLists(uri)
          || (isArq(uri) && !SAFE_ARQ_FUNCTIONS.contains(name(uri)))) {
        throw denied(uri);
      }
      return super.get(uri);
    }

    /** Lists within lists grow beyond all bounds, and no data of ours has any. */
    private static boolean isOfLists(String uri) {
      return uri.startsWith(CompositeDatatypeList.uri.replaceFirst("[^/#]*$", ""));
    }

    private static boolean isArq(String uri) {
      return uri.startsWith(ARQConstants.ARQFunctionLibraryURI);
    }

    private static String name(String uri) {
      return uri.substring(ARQConstants.ARQFunctionLibraryURI.length());
    }
  }

  private static final class PropertyFunctions extends PropertyFunctionRegistry {
    PropertyFunctions(PropertyFunctionRegistry standard) {
      standard.keys().forEachRemaining(uri -> put(uri, standard.get(uri)));
    }

    @Override
    public boolean manages(String uri) {
      refuse(uri);
      return super.manages(uri);
    }

    @Override
    public PropertyFunctionFactory get(String uri) {
      refuse(uri);
      return super.get(uri);
    }

    private void refuse(String uri) {
      String library = ARQConstants.ARQPropertyFunctionLibraryURI;
      boolean unsafe =
          uri.startsWith(library)
              && !isRegistered(uri)
              && !SAFE_ARQ_PROPERTY_FUNCTIONS.contains(uri.substring(library.length()));
      if (unsafe || loadsClass(uri) || uri.startsWith(ARQConstants.ARQFunctionLibraryURI)) {
        throw denied(uri);
      }
    }
  }
}
