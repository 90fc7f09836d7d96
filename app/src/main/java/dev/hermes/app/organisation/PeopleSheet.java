package dev.hermes.app.organisation;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.workspace.imports.HarmlessText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * People as a table for other programs: the columns that are shown. Immutable.
 *
 * @param titles
 *            the names of the columns
 * @param kinds
 *            what became of people, in words
 */
record PeopleSheet(Structure structure, List<Field> fields, List<String> titles, Map<Change.Kind, String> kinds) {

    private static final int WIDTH = 18;

    PeopleSheet {
        fields = List.copyOf(fields);
        titles = List.copyOf(titles);
        kinds = Map.copyOf(kinds);
    }

    Sheet sheet() {
        return new Sheet("People", true, titles.stream().map(title -> new Sheet.Column(title, WIDTH)).toList());
    }

    List<Cell> cells(Row row) {
        return fields.stream().map(field -> cell(field, row)).toList();
    }

    private Cell cell(Field field, Row row) {
        Change change = row.change();
        return field instanceof Field.Became became && !became.before() && change != null
                ? Cell.text(kinds.getOrDefault(change.kind(), ""))
                : field.cell(row, structure);
    }

    /** Rows below the titles, cells apart by tabs. */
    String tabbed(List<Row> rows) {
        StringBuilder text = new StringBuilder(String.join("\t", titles)).append('\n');
        for (Row row : rows) {
            text.append(cells(row).stream().map(cell -> HarmlessText.of(text(cell).replaceAll("[\t\r\n]", " ")))
                    .collect(Collectors.joining("\t"))).append('\n');
        }
        return text.toString();
    }

    /** A cell as text; empty where nothing is in it. */
    static String text(Cell cell) {
        return switch (cell.content()) {
            case Cell.Text text -> text.text();
            case Cell.Figure figure -> figure.number().toPlainString();
            case Cell.Day day -> day.day().toString();
            default -> "";
        };
    }
}
