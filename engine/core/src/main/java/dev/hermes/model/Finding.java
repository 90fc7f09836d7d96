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

    private static final String SUPERIOR = "superior of ";
    private static final String HEAD = "head of ";

    public enum Severity {
        ERROR, WARNING
    }

    public static Finding error(String subject, String path, @Nullable Location location, Message message) {
        return new Finding(Severity.ERROR, subject, path, location, message);
    }

    public static Finding warning(String subject, String path, @Nullable Location location, Message message) {
        return new Finding(Severity.WARNING, subject, path, location, message);
    }

    /** Place, subject and message in one line. */
    public String text() {
        return said().text();
    }

    /** The same, open to translation. */
    public Message said() {
        Message about = path.isEmpty()
                ? Message.of("{0}: {1}", named(subject), message)
                : Message.of("{0} at {1}: {2}", named(subject), path, message);
        return location == null ? about : Message.of("{0}: {1}", location, about);
    }

    /** What a finding or a document is called, open to translation: {@code scheme monthly}. */
    public static Message named(String subject) {
        int space = subject.indexOf(' ');
        String rest = subject.substring(space + 1);
        return switch (space < 0 ? "" : subject.substring(0, space)) {
            case "indicator" -> Message.of("indicator {0}", rest);
            case "scheme" -> Message.of("scheme {0}", rest);
            case "parameter" -> Message.of("parameter {0}", rest);
            case "ruleTable" -> Message.of("ruleTable {0}", rest);
            case "rateTable" -> Message.of("rateTable {0}", rest);
            case "datedValue" -> Message.of("datedValue {0}", rest);
            case "calendar" -> Message.of("calendar {0}", rest);
            case "population" -> Message.of("population {0}", rest);
            case "dataset" -> Message.of("dataset {0}", rest);
            case "layout" -> Message.of("layout {0}", rest);
            case "document" -> Message.of("document {0}", rest);
            case "mapping" -> Message.of("mapping {0}", rest);
            case "organisation" -> Message.of("organisation {0}", rest);
            case "assignment" -> Message.of("assignment {0}", rest);
            case "period" -> Message.of("period {0}", rest);
            case "file" -> Message.of("file {0}", rest);
            case "column" -> Message.of("column {0}", rest);
            case "field" -> Message.of("field {0}", rest);
            case "attribute" -> Message.of("attribute {0}", rest);
            case "payee" -> Message.of("payee {0}", rest);
            case "run" -> Message.of("run {0}", rest);
            case "task" -> Message.of("task {0}", rest);
            case "workspace" -> Message.of("workspace {0}", rest);
            default -> alone(subject);
        };
    }

    private static Message alone(String subject) {
        if (subject.startsWith(SUPERIOR)) {
            return Message.of("superior of {0}", subject.substring(SUPERIOR.length()));
        }
        if (subject.startsWith(HEAD)) {
            return Message.of("head of {0}", subject.substring(HEAD.length()));
        }
        return switch (subject) {
            case "file" -> Message.of("file");
            case "row" -> Message.of("row");
            case "document" -> Message.of("document");
            case "indicator" -> Message.of("indicator");
            case "scheme" -> Message.of("scheme");
            case "parameter" -> Message.of("parameter");
            case "ruleTable" -> Message.of("ruleTable");
            case "rateTable" -> Message.of("rateTable");
            case "datedValue" -> Message.of("datedValue");
            case "calendar" -> Message.of("calendar");
            case "population" -> Message.of("population");
            case "dataset" -> Message.of("dataset");
            case "mapping" -> Message.of("mapping");
            case "layout" -> Message.of("layout");
            case "query" -> Message.of("query");
            default -> Message.verbatim(subject);
        };
    }
}
