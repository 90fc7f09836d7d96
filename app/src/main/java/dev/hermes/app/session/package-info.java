/** A workspace at work: its documents checked, its facts at hand, a period calculated, the results saved. */
@NullMarked
package dev.hermes.app.session;

import org.jspecify.annotations.NullMarked;
