package org.apache.arrow.c;

/**
 * The address of a stream of columns, as {@link org.duckdb.DuckDBConnection#registerArrowStream} takes it.
 *
 * @param memoryAddress
 *            where the {@code struct ArrowArrayStream} of the Arrow C stream interface is
 */
public record ArrowArrayStream(long memoryAddress) {}
