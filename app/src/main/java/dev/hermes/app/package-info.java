/** Where Hermes starts, as a window or as a command. */
@NullMarked
package dev.hermes.app;

import org.jspecify.annotations.NullMarked;
