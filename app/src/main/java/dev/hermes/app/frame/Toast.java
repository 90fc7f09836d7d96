package dev.hermes.app.frame;

import org.jspecify.annotations.Nullable;

/**
 * A short message that goes away by itself.
 *
 * @param undo
 *            takes back what it tells of; null where there is nothing to take back
 */
public record Toast(String text, @Nullable Runnable undo) {}
