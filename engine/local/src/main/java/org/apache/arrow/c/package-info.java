/**
 * What DuckDB's driver asks for by name when it is handed columns in memory. Arrow's own library has the same, with native
 * code and an allocator that are of no use here.
 */
@NullMarked
package org.apache.arrow.c;

import org.jspecify.annotations.NullMarked;
