/**
 * What the parts of the site share: the release and where it is served, forms of rows and graphs,
 * templates, answers that are quickly made. Uses assets and pipeline.
 */
package org.triplehelix.server.site;
