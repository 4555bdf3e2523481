/** Styles, scripts and libraries of the pages. Uses site and pipeline. */
package org.triplehelix.server.assets;
