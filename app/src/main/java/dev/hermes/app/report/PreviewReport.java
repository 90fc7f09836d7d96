package dev.hermes.app.report;

import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.workspace.imports.Preview;
import java.util.ArrayList;
import java.util.List;

/** What rows would become, as a table with a column for each field. */
public final class PreviewReport {

    private static final int WIDEST = 30;

    private final Terminal terminal;

    public PreviewReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the rows and how many there were. */
    public void print(Preview preview) {
        terminal.heading(preview.mapping() + " would become " + preview.into().word());
        TextTable table = new TextTable().number();
        List<String> header = new ArrayList<>(List.of("line"));
        for (String field : preview.fields()) {
            table.text(WIDEST);
            header.add(field);
        }
        table.text(WIDEST).header(with(header, ""));
        preview.rows().forEach(row -> table.row(with(cells(row), row.isRejected() ? "rejected" : "")));
        terminal.table(table);
        terminal.line("  " + Figures.count(preview.read()) + " rows read, " + Figures.count(preview.leftOut())
                + " left out, " + Figures.count(preview.rejected()) + " rejected; nothing was stored");
    }

    private static List<String> cells(Preview.Row row) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.line())));
        row.values().forEach(value -> cells.add(value == null ? "" : value.toString()));
        return cells;
    }

    private static String[] with(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all.toArray(String[]::new);
    }
}
