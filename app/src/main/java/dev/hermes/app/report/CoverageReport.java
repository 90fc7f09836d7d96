package dev.hermes.app.report;

import dev.hermes.app.coverage.MissingUpload;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.kernel.Coverage;
import java.util.List;

/** Who has several schemes in a period, who has none, and whose uploads are missing, by name. */
public final class CoverageReport {

    private static final int FIRST = 10;
    private static final int KEY = 60;
    private static final int NAME = 32;

    private final Terminal terminal;
    private final int most;

    private CoverageReport(Terminal terminal, int most) {
        this.terminal = terminal;
        this.most = most;
    }

    /**
     * Prints what was found.
     *
     * @param all
     *            whether everybody is listed, not only the first
     */
    public static void print(Coverage coverage, List<MissingUpload> uploads, boolean all, Terminal terminal) {
        CoverageReport report = new CoverageReport(terminal, all ? Integer.MAX_VALUE : FIRST);
        if (coverage.overlaps().isEmpty() && coverage.uncovered().isEmpty()) {
            terminal.line("Every assignment has a scheme, none has two on one pay line");
        }
        report.overlaps(coverage.overlaps());
        report.uncovered(coverage.uncovered());
        uploads.forEach(report::upload);
    }

    private void overlaps(List<Coverage.Overlap> overlaps) {
        if (!overlaps.isEmpty()) {
            terminal.heading(Figures.counted(overlaps.size(), "overlap: two schemes", "overlaps: two schemes")
                    + " of one pay line for one assignment");
            TextTable table = new TextTable().text(KEY).text(NAME).text(NAME).text(KEY).text(NAME)
                    .header("assignment", "name", "pay line", "schemes", "from");
            overlaps.stream().limit(most).forEach(overlap -> table.row(overlap.payee().assignment(),
                    overlap.payee().name(), overlap.payLine(), overlap.first() + ", " + overlap.second(),
                    overlap.day().toString()));
            print(table, overlaps.size());
        }
    }

    private void uncovered(List<Coverage.Payee> uncovered) {
        if (!uncovered.isEmpty()) {
            terminal.heading(Figures.counted(uncovered.size(), "assignment", "assignments") + " without a scheme");
            TextTable table = new TextTable().text(KEY).text(NAME).header("assignment", "name");
            uncovered.stream().limit(most).forEach(payee -> table.row(payee.assignment(), payee.name()));
            print(table, uncovered.size());
        }
    }

    private void upload(MissingUpload upload) {
        terminal.heading(Figures.count(upload.without().size()) + " of "
                + Figures.counted(upload.payees(), "payee", "payees") + " of scheme " + upload.scheme() + " without "
                + upload.series());
        TextTable table = new TextTable().text(KEY).header("payee");
        upload.without().stream().limit(most).forEach(table::row);
        print(table, upload.without().size());
    }

    private void print(TextTable table, int count) {
        terminal.table(table);
        if (count > most) {
            terminal.aside("  and " + Figures.count(count - (long) most) + " more; --all lists them");
        }
    }
}
