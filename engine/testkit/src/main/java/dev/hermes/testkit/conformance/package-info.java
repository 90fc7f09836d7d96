/** Holds runs of the engine against the reference interpreter, on generated worlds. */
@NullMarked
package dev.hermes.testkit.conformance;

import org.jspecify.annotations.NullMarked;
