/** Pages on what was read and how: documents, lessons, dates, places, disagreements. */
package org.triplehelix.server.reading;
