/** Styles, scripts and libraries of the pages. Uses pipeline. */
package org.triplehelix.server.assets;
