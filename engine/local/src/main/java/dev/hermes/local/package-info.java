/**
 * Facts on Parquet, with DuckDB as the SQL executor: {@link dev.hermes.local.DuckFacts} filters, groups, sums and hands
 * over rows, {@link dev.hermes.local.FactWriter} writes new files. Averages, quotients and rounding are the kernel's.
 */
@NullMarked
package dev.hermes.local;

import org.jspecify.annotations.NullMarked;
