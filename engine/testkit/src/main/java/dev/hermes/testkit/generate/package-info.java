/** Small random worlds, a company with its documents, inputs and facts, to hold runners against the reference. */
@NullMarked
package dev.hermes.testkit.generate;

import org.jspecify.annotations.NullMarked;
