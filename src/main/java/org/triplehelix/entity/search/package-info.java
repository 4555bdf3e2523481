/** Finds things by their names, in Chinese and English. Uses graph. */
package org.triplehelix.entity.search;
