/** Work beside the screen: in order where it must be, shown with its progress, cancelled on demand. */
@NullMarked
package dev.hermes.app.background;

import org.jspecify.annotations.NullMarked;
