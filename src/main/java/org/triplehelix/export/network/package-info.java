/** Networks as files of the tools that draw and measure graphs. */
package org.triplehelix.export.network;
