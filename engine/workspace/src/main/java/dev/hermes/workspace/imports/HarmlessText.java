package dev.hermes.workspace.imports;

import java.util.regex.Pattern;

/**
 * Cells that no spreadsheet takes for a formula. One that begins like a formula and is no number gets an apostrophe
 * before it (OWASP, "CSV Injection"); reading takes that away, and nothing else.
 */
public final class HarmlessText {

    private static final char MARK = '\'';
    /** What a formula may begin with; and the mark itself, so that each is taken away once for each time it was put. */
    private static final String BEGINNINGS = "=+-@\t\r" + MARK;
    private static final Pattern NUMBER = Pattern.compile("[+-]\\d[\\d.,]*");

    private HarmlessText() {}

    /** A cell as it is written into a file for people. */
    public static String of(String cell) {
        boolean isMark = !cell.isEmpty() && cell.charAt(0) == MARK;
        boolean begins = isMark ? begins(cell, 1) : begins(cell, 0) && !NUMBER.matcher(cell).matches();
        return begins ? MARK + cell : cell;
    }

    /** The cell that was written so. */
    static String read(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK && begins(text, 1) ? text.substring(1) : text;
    }

    private static boolean begins(String text, int at) {
        return text.length() > at && BEGINNINGS.indexOf(text.charAt(at)) >= 0;
    }
}
