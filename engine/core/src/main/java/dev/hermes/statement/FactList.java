package dev.hermes.statement;

import dev.hermes.decimal.Decimal;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.trace.Origin;
import dev.hermes.trace.Trace;
import dev.hermes.trace.TraceNode.Kind;
import dev.hermes.trace.TraceNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The sheet of the facts behind the indicators, as the explanation has them. */
final class FactList {

    /** More facts than these are counted, not listed. */
    static final int LISTED = 10_000;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Draft sheet = new Draft(new Sheet("Facts", true,
            List.of(Draft.column("indicator", 30), Draft.column("of", 34), Draft.column("dataset", 20),
                    Draft.column("fact", 24), Draft.column("day", 12), Draft.column("value", 16),
                    Draft.column("file", 30), Draft.column("line", 12))));
    private final Trace trace;
    private int facts;

    private FactList(Trace trace) {
        this.trace = trace;
    }

    static Draft of(Trace trace) {
        FactList list = new FactList(trace);
        list.visit(trace.root(), "", "");
        if (list.facts > LISTED) {
            list.sheet.add(Cell.text("… and " + (list.facts - LISTED)
                    + " more: 'hermes explain --all' lists them").as(Cell.Look.NOTE));
        }
        return list.sheet;
    }

    private void visit(TraceNode node, String indicator, String member) {
        String within = node.kind() == Kind.INDICATOR || node.kind() == Kind.ITEM ? node.label() : indicator;
        String of = node.kind() == Kind.MEMBER ? node.label() : member;
        if (node.kind() == Kind.FACT && facts++ < LISTED) {
            int end = node.label().indexOf(' ');
            Origin origin = node.source() == null ? null : trace.origins().get(node.source());
            sheet.add(Cell.text(indicator), Cell.text(of), Cell.text(node.label().substring(0, Math.max(0, end))),
                    Cell.text(node.label().substring(end + 1)), day(node.detail()), value(node.value()),
                    origin == null ? Cell.EMPTY : Cell.text(origin.file()),
                    origin == null ? Cell.EMPTY : Cell.number(BigDecimal.valueOf(origin.line())));
        }
        node.children().forEach(child -> visit(child, within, of));
    }

    private static Cell value(String text) {
        return NUMBER.matcher(text).matches() ? Cell.number(Decimal.parse(text).toBigDecimal()) : Cell.text(text);
    }

    private static Cell day(String detail) {
        return DAY.matcher(detail).matches() ? Cell.of(new Cell.Day(LocalDate.parse(detail))) : Cell.text(detail);
    }
}
