package dev.hermes.workspace.imports;

import java.nio.charset.StandardCharsets;

/**
 * A table as spreadsheets copy it: text with tabs between the cells, in quotes where a cell holds tabs, line breaks or
 * quotes. Without tabs in the first line it is read as the mapping says. Shows its array as it is.
 *
 * @param bytes
 *            in UTF-8, or in what their byte order mark says
 */
public record Clipboard(byte[] bytes) {

    /** What findings call it in the place of a file. */
    public static final String NAME = "clipboard";

    /** A table that was copied as text. */
    public static Clipboard of(String text) {
        return new Clipboard(text.getBytes(StandardCharsets.UTF_8));
    }
}
