/**
 * What was computed once and is needed again: in memory, and behind that in a file of the workspace that may be deleted at
 * any time. Keys contain the version of all that a value was made from, so that what has changed is never found.
 */
@NullMarked
package dev.hermes.workspace.cache;

import org.jspecify.annotations.NullMarked;
