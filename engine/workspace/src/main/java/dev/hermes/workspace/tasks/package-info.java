/**
 * Does the tasks of a workspace: several side by side, each until it is done, tried again later where something stood in
 * its way that may pass, and given up with a reason where nothing else helps.
 */
@NullMarked
package dev.hermes.workspace.tasks;

import org.jspecify.annotations.NullMarked;
