/** Documents, passages, ranges and digests, and where in a file something stands; uses vocab. */
package org.triplehelix.source;
