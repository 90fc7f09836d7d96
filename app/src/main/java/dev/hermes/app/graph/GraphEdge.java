package dev.hermes.app.graph;

/**
 * A node that another reads.
 *
 * @param from
 *            the node that is read
 * @param to
 *            the node that reads it
 * @param dashed
 *            read in a condition only
 */
public record GraphEdge(String from, String to, boolean dashed) {}
