package dev.hermes.app.indicators;

import dev.hermes.model.Finding;
import org.jspecify.annotations.Nullable;

/**
 * An error in a document.
 *
 * @param card
 *            the id of the card that shows the document; null where none does
 * @param title
 *            what the document is called
 */
record Flaw(Finding finding, @Nullable String card, String title) {}
