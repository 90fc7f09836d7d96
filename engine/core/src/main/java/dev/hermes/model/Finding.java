package dev.hermes.model;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong, or worth knowing, in documents or rows.
 *
 * @param severity
 *            an error stops what was asked; a warning does not
 * @param subject
 *            what it is about: {@code scheme monthly}, {@code assignment 7_Seller_East}
 * @param path
 *            the place within a document, {@code rules[2].condition}; empty for the whole
 * @param location
 *            the place in a file; null where there is none
 * @param message
 *            what is wrong and what to do
 */
public record Finding(Severity severity, String subject, String path, @Nullable Location location, Message message) {

    public enum Severity {
        ERROR, WARNING
    }

    public static Finding error(String subject, String path, @Nullable Location location, Message message) {
        return new Finding(Severity.ERROR, subject, path, location, message);
    }

    public static Finding warning(String subject, String path, @Nullable Location location, Message message) {
        return new Finding(Severity.WARNING, subject, path, location, message);
    }

    /** An error in words that are not translated. */
    public static Finding error(String subject, String path, @Nullable Location location, String message) {
        return error(subject, path, location, Message.verbatim(message));
    }

    /** A warning in words that are not translated. */
    public static Finding warning(String subject, String path, @Nullable Location location, String message) {
        return warning(subject, path, location, Message.verbatim(message));
    }

    /** Place, subject and message in one line. */
    public String text() {
        String place = location == null ? "" : location + ": ";
        String inside = path.isEmpty() ? "" : " at " + path;
        return place + subject + inside + ": " + message.text();
    }
}
