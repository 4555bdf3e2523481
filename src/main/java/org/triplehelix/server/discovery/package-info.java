/** How programs find out what there is: VoID, DCAT, examples, schema.org, sitemap and robots. */
package org.triplehelix.server.discovery;
