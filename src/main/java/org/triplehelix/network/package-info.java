/** The release as networks: nodes and edges for the tools that draw and measure graphs. */
package org.triplehelix.network;
