/**
 * Finds plugins beside the program and loads each apart: it sees what core shares with plugins and its own jars, and
 * nothing else of the program.
 */
@NullMarked
package dev.hermes.workspace.plugins;

import org.jspecify.annotations.NullMarked;
