/** Terms, prefixes and families of names; uses nothing of ours. */
package org.triplehelix.vocab;
