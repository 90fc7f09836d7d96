package dev.hermes.app.frame;

/**
 * Something that is found by its name.
 *
 * @param title
 *            what it is called, in the user's language
 * @param detail
 *            what tells it from others of that name: its code, its kind, or its keys
 */
public record Command(String title, String detail, Runnable action) {}
