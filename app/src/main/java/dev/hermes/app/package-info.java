/** The command line of Hermes. */
@NullMarked
package dev.hermes.app;

import org.jspecify.annotations.NullMarked;
