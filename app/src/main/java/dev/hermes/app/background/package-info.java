/** Work beside the screen: in order, one at a time, shown with its progress, cancelled on demand. */
@NullMarked
package dev.hermes.app.background;

import org.jspecify.annotations.NullMarked;
