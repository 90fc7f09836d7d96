/**
 * Reads tables that Groovy scripts give. A script may do whatever the user may do: this is no sandbox, and the program
 * hands over only scripts that the user has trusted.
 */
@NullMarked
package dev.hermes.script;

import org.jspecify.annotations.NullMarked;
