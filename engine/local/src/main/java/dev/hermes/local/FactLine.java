package dev.hermes.local;

import java.nio.file.Path;

/**
 * Where a fact stands.
 *
 * @param file
 *            the Parquet file that holds it
 * @param line
 *            the line that it came from, in the file that was brought in
 */
public record FactLine(Path file, long line) {}
