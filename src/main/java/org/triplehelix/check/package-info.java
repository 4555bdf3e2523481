/** What is wrong with the content or missing from it; uses graph, source and vocab. */
package org.triplehelix.check;
