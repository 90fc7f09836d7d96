/** The program with a window: put together, started, and photographed. */
@NullMarked
package dev.hermes.app.window;

import org.jspecify.annotations.NullMarked;
