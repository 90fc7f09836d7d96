package dev.hermes.app.report;

import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Found;
import dev.hermes.workspace.imports.FoundColumn;
import java.util.Locale;

/** Tells what a file looks like: each finding with how sure it is and why. */
public final class DetectionReport {

    private final Terminal terminal;

    public DetectionReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints what was found as notes. */
    public void print(Detection found) {
        terminal.note("Found in " + (found.isWhole() ? "all " : "the first ") + Figures.count(found.rows()) + " rows:");
        note("encoding", found.encoding().value(), found.encoding());
        note("separator", found.separator().value() == '\t' ? "tab" : found.separator().value().toString(),
                found.separator());
        note("quote", found.quote().value() == '\0' ? "none" : found.quote().value().toString(), found.quote());
        note("header", found.header().value() ? "yes" : "no", found.header());
        Character grouping = found.numbers().value().grouping();
        note("numbers", "1" + (grouping == null ? "" : grouping) + "234" + found.numbers().value().decimal() + "50",
                found.numbers());
        for (FoundColumn column : found.columns()) {
            Found<String> dates = column.dates();
            if (dates == null) {
                note("column " + column.name(), column.type().value().word(), column.type());
            } else {
                note("column " + column.name(), dates.value(), dates);
            }
        }
        found.warnings().forEach(warning -> terminal.warning(warning.text()));
    }

    private void note(String what, String value, Found<?> found) {
        terminal.note("  " + what + ": " + value + " (" + found.sureness().name().toLowerCase(Locale.ROOT) + ") "
                + found.evidence());
    }
}
