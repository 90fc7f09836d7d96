package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** Texts of cells as parts write them: in runs of one format each, with characters that XML does not know escaped. */
final class CellString {

    /** Excel takes no longer texts. */
    private static final int LONGEST = 32_767;
    /** An escape is seven characters for one. */
    private static final int LONGEST_WRITTEN = 7 * LONGEST;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellString() {}

    /**
     * Reads up to the end of an element, whose start was just read: the text of all {@code t} elements in it, without
     * those that tell the pronunciation.
     */
    static String rich(Xml xml, String end, int row) throws UnreadableTableException {
        StringBuilder text = new StringBuilder();
        int pronunciation = 0;
        for (int event = xml.next(); !xml.endsAt(event, end); event = xml.next()) {
            if (xml.startsAt(event, "rPh")) {
                pronunciation++;
            } else if (xml.endsAt(event, "rPh")) {
                pronunciation--;
            } else if (xml.startsAt(event, "t")) {
                String run = plain(xml, "t", row);
                if (pronunciation == 0) {
                    append(text, run, row);
                }
            }
        }
        return unescaped(text, row);
    }

    /** Reads the text up to the end of an element, whose start was just read. */
    static String plain(Xml xml, String end, int row) throws UnreadableTableException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); !xml.endsAt(event, end); event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> append(text, xml.text(), row);
                default -> {
                    // Elements and comments within a text are no text.
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String more, int row) throws UnreadableTableException {
        text.append(more);
        if (text.length() > LONGEST_WRITTEN) {
            throw tooLong(row);
        }
    }

    /** Puts characters in place of their escapes: {@code _x000D_}. */
    static String unescaped(CharSequence written, int row) throws UnreadableTableException {
        String text = written.toString();
        if (text.contains("_x")) {
            text = ESCAPED.matcher(text).replaceAll(found -> Matcher
                    .quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        }
        if (text.length() > LONGEST) {
            throw tooLong(row);
        }
        return text;
    }

    private static UnreadableTableException tooLong(int row) {
        return new UnreadableTableException(row, Message.of("A text has more than {0} characters, and Excel takes "
                + "no longer ones. Maybe mend the program that wrote the file.", LONGEST));
    }
}
