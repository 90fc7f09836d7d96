package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The formats of cells by their numbers. Immutable. */
final class CellFormats {

    static final CellFormats NONE = new CellFormats(List.of());
    /** Excel takes 65,490 at most. */
    private static final int MOST = 65_536;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final List<NumberFormat> formats;

    private CellFormats(List<NumberFormat> formats) {
        this.formats = formats;
    }

    static CellFormats read(Xml xml) throws UnreadableTableException {
        Map<Integer, String> codes = new HashMap<>();
        List<Integer> cells = new ArrayList<>();
        boolean ofCells = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.startsAt(event, "cellXfs")) {
                ofCells = true;
            } else if (xml.endsAt(event, "cellXfs")) {
                ofCells = false;
            } else if (xml.startsAt(event, "numFmt")) {
                String code = xml.attribute("formatCode");
                if (code != null) {
                    codes.put(number(xml.attribute("numFmtId")), code);
                }
            } else if (ofCells && xml.startsAt(event, "xf")) {
                String id = xml.attribute("numFmtId");
                cells.add(id == null ? 0 : number(id));
            }
            if (codes.size() > MOST || cells.size() > MOST) {
                throw broken();
            }
        }
        return new CellFormats(cells.stream().map(id -> NumberFormat.of(id, codes.get(id))).toList());
    }

    private static int number(@Nullable String text) throws UnreadableTableException {
        if (text == null || !NUMBER.matcher(text).matches()) {
            throw broken();
        }
        return Integer.parseInt(text);
    }

    private static UnreadableTableException broken() {
        return new UnreadableTableException(1, Message.of("The formats of the workbook's cells are broken. Maybe "
                + "open the file in Excel and save it."));
    }

    /**
     * The format of a cell.
     *
     * @param number
     *            what the cell says; null where it says nothing
     * @return null where there is no such format
     */
    @Nullable
    NumberFormat format(@Nullable String number) {
        if (number == null) {
            return formats.isEmpty() ? NumberFormat.NUMBER : formats.getFirst();
        }
        if (!NUMBER.matcher(number).matches()) {
            return null;
        }
        int index = Integer.parseInt(number);
        return index < formats.size() ? formats.get(index) : index == 0 ? NumberFormat.NUMBER : null;
    }
}
