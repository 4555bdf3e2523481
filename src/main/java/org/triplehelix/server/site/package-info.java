/**
 * What the parts of the site share: the release and where it is served, forms of rows and graphs,
 * templates, answers that are quickly made. Uses pipeline.
 */
package org.triplehelix.server.site;
