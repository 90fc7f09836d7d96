/** The screen on which indicators are designed: their graph, what each is, and what it comes to. */
@NullMarked
package dev.hermes.app.indicators;

import org.jspecify.annotations.NullMarked;
