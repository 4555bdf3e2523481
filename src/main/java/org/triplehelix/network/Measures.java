package org.triplehelix.network;

/**
 * How a thing stands in a network, of which the direction of edges is left out but for PageRank.
 *
 * @param degree how many edges it has
 * @param weightedDegree the sum of their weights
 * @param betweenness share of the shortest ways between two others that lead over it, 0 to 1
 * @param pageRank its share of the walks along the edges; all together are 1
 * @param community the number of the group with which it has more edges than chance would give it,
 *     from 1, the largest first
 * @param component the number of the part in which every thing can be reached, from 1, the largest
 *     first
 */
public record Measures(
    int degree,
    int weightedDegree,
    double betweenness,
    double pageRank,
    int community,
    int component) {}
