package org.triplehelix.bench;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Jetty with the files of a folder and nothing else: what the wire, and Jetty, can do at most. */
public final class StaticServer {
  private StaticServer() {}

  /** Takes the port and the folder. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
    ResourceHandler files = new ResourceHandler();
    files.setBaseResource(ResourceFactory.of(files).newResource(Path.of(arguments[1])));
    server.setHandler(files);
    server.start();
    server.join();
  }
}
