/** Files that do harm where they are believed: what they hold, what is to become of them, and inputs made out of them. */
@NullMarked
package dev.hermes.testkit.hostile;

import org.jspecify.annotations.NullMarked;
