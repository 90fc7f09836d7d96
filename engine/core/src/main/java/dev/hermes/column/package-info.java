/**
 * Columns of values, each present, missing or failed. Numbers are two primitive arrays, high and low halves of the
 * 128-bit decimal; kernels work on whole columns.
 */
@NullMarked
package dev.hermes.column;

import org.jspecify.annotations.NullMarked;
