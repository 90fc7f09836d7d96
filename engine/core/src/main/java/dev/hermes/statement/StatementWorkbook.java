package dev.hermes.statement;

import dev.hermes.kernel.PayeeFigures;
import dev.hermes.spi.WorkbookWriter;
import dev.hermes.trace.Trace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A payee's statement as a workbook. Immutable once it is made.
 *
 * <p>Its sheets: the statement with each step to the payout; indicators; other values that formulas read; rules; rate
 * tables; facts that rules are evaluated for one by one; the facts behind the indicators. What is not computed there is
 * a value, and the note beside it says why.
 */
public final class StatementWorkbook {

    private final List<Draft> sheets;
    private final int notComputed;

    private StatementWorkbook(List<Draft> sheets, int notComputed) {
        this.sheets = sheets;
        this.notComputed = notComputed;
    }

    /** Lays out the statement of a payee, paid or failed; where its rows came from is not said. */
    public static StatementWorkbook of(PayeeFigures figures) {
        return of(figures, figures.trace());
    }

    /**
     * Lays out the statement of a payee, paid or failed.
     *
     * @param trace
     *            of the same figures, with what is known of where rows came from
     */
    public static StatementWorkbook of(PayeeFigures figures, Trace trace) {
        Book book = new Book(figures);
        FactCells facts = new FactCells(book);
        RuleCells rules = new RuleCells(book, facts);
        PaySteps pay = new PaySteps(book, rules);
        pay.lay();
        book.indicators().linkYears();
        Draft list = FactList.of(trace);
        List<Draft> all = Stream.of(pay.sheet(), book.indicators().sheet(), book.values().sheet(), rules.sheet(),
                book.rates().sheet(), facts.sheet(), list).filter(sheet -> !sheet.isEmpty()).toList();
        return new StatementWorkbook(all, pay.notComputed() + book.indicators().notComputed()
                + book.values().notComputed() + rules.notComputed() + facts.notComputed());
    }

    /** How many cells compute. */
    public int computed() {
        return sheets.stream().mapToInt(Draft::formulas).sum();
    }

    /** How many figures are values although the engine computes them, each with a note that says why. */
    public int notComputed() {
        return notComputed;
    }

    /** Writes all sheets; the caller finishes the workbook. */
    public void write(WorkbookWriter writer) throws IOException {
        for (Draft sheet : sheets) {
            sheet.write(writer);
        }
    }
}
