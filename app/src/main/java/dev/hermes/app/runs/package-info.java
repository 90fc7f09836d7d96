/** Saved runs as people read them: listed, compared, and calculated again. */
@NullMarked
package dev.hermes.app.runs;

import org.jspecify.annotations.NullMarked;
