package dev.hermes.app.report;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.local.ListedRows;
import dev.hermes.model.Dataset;
import dev.hermes.workspace.imports.HarmlessText;

/** What validations have listed. */
public final class ListedRowsReport {

    private static final int FEW = 10;
    private static final int WIDEST = 40;

    private final Terminal terminal;

    public ListedRowsReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints how many rows a validation has listed, and the first ten. */
    public void print(Dataset dataset, Dataset.Validation validation, ListedRows listed) {
        int count = listed.rows().size();
        terminal.line(dataset.code() + "." + validation.name() + ": " + Figures.counted(count, "row", "rows")
                + (count == 0 ? "" : " · " + validation.message()));
        if (count == 0) {
            return;
        }
        TextTable table = new TextTable();
        listed.columns().forEach(_ -> table.text(WIDEST));
        table.header(listed.columns().toArray(String[]::new));
        listed.rows().stream().limit(FEW).forEach(row -> table.row(row.toArray(String[]::new)));
        terminal.table(table);
        if (count > FEW) {
            terminal.line("  … and " + Figures.count(count - FEW) + " more");
        }
    }

    /** Writes all rows as CSV into a file that has no name yet. */
    public static void write(ListedRows listed, StagedFile file) {
        CsvText.write(file, listed.columns(),
                csv -> listed.rows().forEach(row -> csv.writeRecord(row.stream().map(HarmlessText::of).toList())));
    }
}
