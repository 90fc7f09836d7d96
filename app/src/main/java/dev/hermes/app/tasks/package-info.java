/** What a workspace can do as a task, now or later: bring files in, calculate, and both every day. */
@NullMarked
package dev.hermes.app.tasks;

import org.jspecify.annotations.NullMarked;
