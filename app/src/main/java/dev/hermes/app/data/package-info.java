/** The screen on which data comes in: mappings, what a file would become, what was brought in. */
@NullMarked
package dev.hermes.app.data;

import org.jspecify.annotations.NullMarked;
