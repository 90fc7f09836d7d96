package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The texts that the cells of all sheets share, by their numbers. Held in memory, up to a limit. Immutable. */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings(List.of());
    /** About what they take: two bytes a character at most, and what every text takes besides. */
    private static final long MOST_BYTES = 256L << 20;
    private static final int BYTES_OF_A_TEXT = 56;

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings read(Xml xml) throws UnreadableTableException {
        return read(xml, MOST_BYTES);
    }

    static SharedStrings read(Xml xml, long mostBytes) throws UnreadableTableException {
        List<String> texts = new ArrayList<>();
        long bytes = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.startsAt(event, "si")) {
                String text = CellString.rich(xml, "si", 1);
                bytes += 2L * text.length() + BYTES_OF_A_TEXT;
                if (bytes > mostBytes) {
                    throw new UnreadableTableException(1, Message.of("The workbook holds more than {0} MiB of "
                            + "different texts. Maybe save the sheet as \"CSV UTF-8\" and import that.",
                            (mostBytes >> 20)));
                }
                texts.add(text);
            }
        }
        return new SharedStrings(texts);
    }

    /** How many there are. */
    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }
}
