/**
 * Documents as text: YAML and canonical JSON to the records of {@link dev.hermes.model} and back, with the place of
 * every field, and the {@link dev.hermes.document.Library} that holds what belongs together. What a document can know
 * alone is checked here; references and formulas are checked by the planner.
 */
@NullMarked
package dev.hermes.document;

import org.jspecify.annotations.NullMarked;
