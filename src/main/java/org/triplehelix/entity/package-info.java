/**
 * One thing as people see it: how its statements read, and what they rest on. Uses graph, infer.
 */
package org.triplehelix.entity;
