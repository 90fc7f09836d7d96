package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping;

/**
 * What an import did.
 *
 * @param mapping
 *            the mapping's code
 * @param into
 *            what the rows have become
 * @param read
 *            how many rows the file has; {@code accepted + leftOut}
 * @param accepted
 *            how many rows were brought in
 * @param leftOut
 *            how many rows the mapping's condition left out
 * @param replaced
 *            how many rows the mapping had brought in before, and which are gone
 */
public record ImportSummary(String mapping, Mapping.Target into, long read, long accepted, long leftOut,
        long replaced) {}
