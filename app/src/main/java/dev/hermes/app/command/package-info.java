/** The commands of {@code hermes}, a class each, and what they answer where they cannot do what was asked. */
@NullMarked
package dev.hermes.app.command;

import org.jspecify.annotations.NullMarked;
