/**
 * What follows: axioms compiled to rules, their closure over premises, and the proof of each
 * conclusion. Knows triples only, neither files nor releases; uses vocab.
 */
package org.triplehelix.infer;
