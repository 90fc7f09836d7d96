/** Benchmarks of the engine: a company of fifty thousand assignments and ten million orders, and what is timed on it. */
@NullMarked
package dev.hermes.bench;

import org.jspecify.annotations.NullMarked;
