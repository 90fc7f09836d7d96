/** Faults of the program itself: what they are called, and what is kept of them. */
@NullMarked
package dev.hermes.app.fault;

import org.jspecify.annotations.NullMarked;
