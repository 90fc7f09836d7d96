/** Uses the window as a person does: with pointer and keys, by what is seen. */
@NullMarked
package dev.hermes.app.robot;

import org.jspecify.annotations.NullMarked;
