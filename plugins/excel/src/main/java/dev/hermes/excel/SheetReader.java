package dev.hermes.excel;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, in order, and the cells of each. Rows and cells whose numbers do not rise, or are none, are
 * refused; where the file gives no numbers they are counted, as the standard has it. Of one thread.
 */
final class SheetReader implements AutoCloseable {

    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    /** Excel takes 16,384 cells of 32,767 characters; nobody's rows are like that, and memory is not endless. */
    private static final int MOST_CHARACTERS_OF_A_ROW = 8 << 20;
    private static final int LONGEST_TOLD = 200;

    private final Xml xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private boolean inData;
    private int row;
    private int column;
    private int characters;

    SheetReader(Xml xml, SharedStrings strings, CellFormats formats) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
    }

    /** The number of the row that was read last. */
    int row() {
        return row;
    }

    /** The cells of the next row that are not without content; null behind the last row. */
    @Nullable
    List<Cell> next() throws UnreadableTableException {
        while (true) {
            int event = xml.next();
            if (xml.startsAt(event, "sheetData")) {
                inData = true;
            } else if (event == XMLStreamConstants.END_DOCUMENT || xml.endsAt(event, "sheetData")) {
                inData = false;
                return null;
            } else if (inData && xml.startsAt(event, "row")) {
                startRow();
                return cells();
            }
        }
    }

    /** Reads the rest of the sheet, for merged cells that are among these; null where there are none. */
    @Nullable
    CellRange mergedWithin(CellRange range) throws UnreadableTableException {
        CellRange merged = null;
        while (xml.nextElement()) {
            if (xml.name().equals("mergeCell")) {
                String reference = xml.attribute("ref");
                CellRange cells = reference == null ? null : CellRange.ofReference(reference);
                if (cells == null) {
                    throw broken(Message.of("Merged cells are called '{0}'", cut(reference)));
                }
                if (merged == null && cells.meets(range)) {
                    merged = cells;
                }
            }
        }
        return merged;
    }

    private void startRow() throws UnreadableTableException {
        String number = xml.attribute("r");
        int next = number == null ? row + 1 : ROW.matcher(number).matches() ? Integer.parseInt(number) : 0;
        if (next <= row || next > CellName.LAST_ROW) {
            throw broken(number == null
                    ? Message.of("A row is one too many")
                    : Message.of("A row is called '{0}'", cut(number)));
        }
        row = next;
        xml.atRow(row);
        column = 0;
        characters = 0;
    }

    private List<Cell> cells() throws UnreadableTableException {
        List<Cell> cells = new ArrayList<>();
        for (int event = xml.next(); !xml.endsAt(event, "row"); event = xml.next()) {
            if (xml.startsAt(event, "c")) {
                startCell();
                Cell cell = cell();
                characters += cell.value().length();
                if (characters > MOST_CHARACTERS_OF_A_ROW) {
                    throw broken(Message.of("The row has more than {0} characters", MOST_CHARACTERS_OF_A_ROW));
                }
                if (!cell.isEmpty()) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private void startCell() throws UnreadableTableException {
        String reference = xml.attribute("r");
        CellName name = reference == null ? new CellName(column + 1, row) : CellName.parse(reference);
        if (name == null || name.row() != row || name.column() <= column || name.column() > CellName.LAST_COLUMN) {
            throw broken(reference == null
                    ? Message.of("A cell is one too many")
                    : Message.of("A cell is called '{0}'", cut(reference)));
        }
        column = name.column();
    }

    private Cell cell() throws UnreadableTableException {
        String written = xml.attribute("t");
        String type = written == null ? Cell.NUMBER : written;
        NumberFormat format = formats.format(xml.attribute("s"));
        if (format == null) {
            throw broken(Message.of("The cell {0} has the format {1}, which there is not", name(),
                    cut(xml.attribute("s"))));
        }
        String value = "";
        boolean formula = false;
        for (int event = xml.next(); !xml.endsAt(event, "c"); event = xml.next()) {
            if (xml.startsAt(event, "f")) {
                formula = true;
                skip("f");
            } else if (xml.startsAt(event, "v")) {
                value = CellString.plain(xml, "v", row);
            } else if (xml.startsAt(event, "is")) {
                String text = CellString.rich(xml, "is", row);
                value = type.equals("inlineStr") ? text : value;
            }
        }
        return switch (type) {
            case "s" -> new Cell(column, Cell.TEXT, format, shared(value.strip()), formula);
            case "inlineStr" -> new Cell(column, Cell.TEXT, format, value, formula);
            case Cell.TEXT -> new Cell(column, Cell.TEXT, format, CellString.unescaped(value, row), formula);
            default -> new Cell(column, type, format, value, formula);
        };
    }

    /** A formula may be of any length; nothing of it is kept. */
    private void skip(String end) throws UnreadableTableException {
        int event = xml.next();
        while (!xml.endsAt(event, end)) {
            event = xml.next();
        }
    }

    private String shared(String index) throws UnreadableTableException {
        if (index.isEmpty()) {
            return "";
        }
        if (!INDEX.matcher(index).matches() || Integer.parseInt(index) >= strings.size()) {
            throw broken(
                    Message.of("The cell {0} has the text number '{1}' of {2} (counted from 0)", name(), cut(index),
                            strings.size()));
        }
        return strings.text(Integer.parseInt(index));
    }

    private CellName name() {
        return new CellName(column, row);
    }

    private UnreadableTableException broken(Message what) {
        return new UnreadableTableException(Math.max(row, 1), row == 0
                ? Message.of("{0}: the sheet is broken. {1}", what, remedy())
                : Message.of("{0}, at row {1}: the sheet is broken. {2}", what, row, remedy()));
    }

    private static Message remedy() {
        return Message.of("Maybe open the file in Excel and save it, or mend the program that wrote it.");
    }

    /** A text of the file as it is told: it may have any length. */
    private static String cut(@Nullable String text) {
        String told = String.valueOf(text);
        return told.length() > LONGEST_TOLD ? told.substring(0, LONGEST_TOLD) + "…" : told;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
