/** The window: rail, bars, command palette, notices, and the screens that it shows. */
@NullMarked
package dev.hermes.app.frame;

import org.jspecify.annotations.NullMarked;
