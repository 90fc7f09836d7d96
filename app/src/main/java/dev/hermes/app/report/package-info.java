/** What a run paid, for people and for other programs: summaries, statements, CSV and JSON. */
@NullMarked
package dev.hermes.app.report;

import org.jspecify.annotations.NullMarked;
