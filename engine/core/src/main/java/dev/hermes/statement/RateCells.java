package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.RateFunction;
import dev.hermes.model.RateTable.Outside;
import dev.hermes.model.RateTable;
import dev.hermes.model.ValueType;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of rate tables. Each reading of the period has a block with the quantity, the bands that hold for the payee,
 * how much of the quantity lies in each, and the result. Readings for facts share a block of bands and compute beside
 * the fact.
 */
final class RateCells {

    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int RATE = 3;
    private static final int PART = 4;
    private static final int AMOUNT = 5;
    private static final int MOST_BANDS = 50;

    private final Book book;
    private final Draft sheet = new Draft(new Sheet("Rates", false,
            List.of(Draft.column("", 44), Draft.column("", 16), Draft.column("", 16), Draft.column("", 14),
                    Draft.column("", 16), Draft.column("", 16))));
    private final Map<List<Object>, Bands> blocks = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();

    RateCells(Book book) {
        this.book = book;
    }

    Draft sheet() {
        return sheet;
    }

    /**
     * A reading's own part.
     *
     * @param guard
     *            a condition without which the bands are other ones; empty for none
     */
    private record Reading(RateTable table, List<RateTable.Row> rows, String guard, @Nullable String scale,
            @Nullable Column factor) {

        /** What the bounds are multiplied by, as it is now. */
        BigDecimal times() {
            return factor instanceof NumberColumn number && number.isPresent(0)
                    ? number.get(0).toBigDecimal()
                    : BigDecimal.ONE;
        }

        /** The result where the bands are these. */
        String guarded(String result) {
            String scaled = scale == null ? result : "IF(" + scale + "<0," + FormulaText.FAILURE + "," + result + ")";
            return guard.isEmpty() ? scaled : "IF(" + guard + "," + scaled + "," + FormulaText.MISSING + ")";
        }
    }

    private Reading reading(Expression.ReadRate rate, Place place, PeriodPlace period, LocalDate day)
            throws InexpressibleException {
        RateTable table = table(rate);
        FormulaText formulas = new FormulaText(place);
        List<String> keys = new ArrayList<>();
        List<String> guards = new ArrayList<>();
        for (Expression key : rate.keys()) {
            Column known = place.known(key);
            if (known == null || !known.isPresent(0)) {
                throw new InexpressibleException("A value: the key of the rate table " + rate.table()
                        + " is not there.");
            }
            keys.add(known.text(0));
            if (!(key instanceof Expression.TextLiteral)) {
                guards.add(guard(key, known, formulas));
            }
        }
        List<RateTable.Row> rows = Bands.rows(table, keys, day);
        if (rows.size() > MOST_BANDS) {
            throw new InexpressibleException("A value: the rate table " + rate.table() + " has too many bands.");
        }
        Expression scale = period.scales().get(rate.table());
        return new Reading(table, rows, guards.isEmpty() ? "" : "AND(" + String.join(",", guards) + ")",
                scale == null ? null : scale(scale, table, place, period),
                scale == null ? null : period.known(scale));
    }

    private static String scale(Expression scale, RateTable table, Place place, PeriodPlace period)
            throws InexpressibleException {
        if (place instanceof FactPlace) {
            throw new InexpressibleException("A value: the bounds of the rate table " + table.code()
                    + " differ from fact to fact.");
        }
        String text = table.scaledBy() == null ? "" : table.scaledBy().text();
        return new FormulaText(period.scale(text)).operand(scale);
    }

    private RateTable table(Expression.ReadRate rate) {
        RateTable table = book.figures().plan().rateTables().get(rate.table());
        if (table == null) {
            throw new IllegalStateException("The rate table " + rate.table() + " was not planned.");
        }
        return table;
    }

    private static String guard(Expression key, Column known, FormulaText formulas) throws InexpressibleException {
        String cell = formulas.text(key);
        return key.type().value() == ValueType.TEXT
                ? "EXACT(" + cell + "," + FormulaText.quoted(known.text(0)) + ")"
                : switch (Contents.of(known, 0)) {
                    case Cell.Figure figure -> cell + "=" + FormulaText.number(Decimal.of(figure.number()));
                    case Cell.Day day -> cell + "=" + FormulaText.date(day.day());
                    case Cell.Truth truth -> cell + "=" + (truth.truth() ? "TRUE" : "FALSE");
                    default -> throw new IllegalStateException("No key: " + known);
                };
    }

    /** Where a table has no rows for the payee; the declared outcome. */
    private static String withoutRows(Reading reading) {
        return reading.guarded(reading.table().gap() == Outside.ZERO ? "0" : FormulaText.FAILURE);
    }

    /** The cell with the result of a reading of the period. */
    String read(Expression.ReadRate rate, PeriodPlace place) throws InexpressibleException {
        LocalDate day = book.figures().plan().to(place.bindings().window()).minusDays(1);
        Reading reading = reading(rate, place, place, day);
        Expression quantity = rate.quantity();
        FormulaText formulas = new FormulaText(place);
        String amount = quantity == null
                ? ""
                : rate.function() == RateFunction.BAND ? formulas.operand(quantity) : formulas.text(quantity);
        String key = rate.function() + " " + rate.table() + " " + amount + " " + reading.guard() + " " + reading.scale()
                + " " + reading.rows();
        String known = results.get(key);
        if (known != null) {
            return known;
        }
        Column value = place.known(rate);
        String result = block(rate, place.text(), reading, amount, quantity == null ? null : place.known(quantity),
                value);
        results.put(key, result);
        return result;
    }

    private String block(Expression.ReadRate rate, String text, Reading reading, String amount,
            @Nullable Column quantityKnown, @Nullable Column value) throws InexpressibleException {
        sheet.add();
        sheet.heading(rate.span().of(text), "", "", "", "", "");
        String quantity = "";
        if (!amount.isEmpty()) {
            int row = sheet.add(Cell.text("quantity"), Living.computing(FormulaText.checked(amount),
                    Contents.of(quantityKnown, 0)));
            quantity = sheet.name(row, FROM);
        }
        Reading here = reading;
        if (reading.scale() != null) {
            int row = sheet.add(Cell.text("bounds times"),
                    Living.computing(reading.scale(), Contents.of(reading.factor(), 0)));
            here = new Reading(reading.table(), reading.rows(), reading.guard(), sheet.name(row, FROM),
                    reading.factor());
        }
        Bands bands = bands(here, rate.function());
        String formula = reading.rows().isEmpty() ? withoutRows(here)
                : here.guarded(result(rate, bands, quantity, quantityKnown));
        int row = sheet.add(Cell.text("result").as(Cell.Look.TOTAL), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY,
                Living.computing(FormulaText.checked(formula), Contents.of(value, 0)).as(Cell.Look.TOTAL));
        return sheet.name(row, AMOUNT);
    }

    /** The formula of a result, the amounts of the bands beside them where it adds them up. */
    private String result(Expression.ReadRate rate, Bands bands, String quantity, @Nullable Column known) {
        return switch (rate.function()) {
            case LOOKUP -> bands.values().getFirst();
            case BAND -> bands.value(quantity);
            case FLAT -> quantity + "*" + bands.value(quantity);
            case MARGINAL -> {
                sheet.heading("slices", "from", "to", "rate", "part", "amount");
                int first = 0;
                int last = 0;
                for (Bands.Slice slice : bands.slices()) {
                    last = slice(slice, quantity, known instanceof NumberColumn number && number.isPresent(0)
                            ? number.get(0).toBigDecimal()
                            : BigDecimal.ZERO);
                    first = first == 0 ? last : first;
                }
                yield bands.marginal(quantity, first == 0 ? "0" : "SUM(" + sheet.names(first, last, AMOUNT) + ")");
            }
            case INTERPOLATE -> {
                List<String> added = new ArrayList<>();
                for (int band = 0; band < bands.rows().size(); band++) {
                    added.add(bands.interpolated(band, quantity));
                }
                yield bands.interpolate(quantity, String.join("+", added));
            }
        };
    }

    private int slice(Bands.Slice slice, String quantity, BigDecimal known) {
        BigDecimal part = slice.part(known);
        int row = sheet.add(Cell.EMPTY, reference(slice.from(), slice.begins()),
                reference(slice.to(), slice.ends()), reference(slice.rate(), slice.value()),
                Living.computing(slice.part(quantity), figure(part)));
        sheet.set(row, AMOUNT, Living.computing(sheet.name(row, PART) + "*" + sheet.name(row, RATE),
                figure(part.multiply(slice.value()))));
        return row;
    }

    private static Cell reference(@Nullable String cell, @Nullable BigDecimal known) {
        return cell == null || known == null ? Cell.EMPTY : Living.computing(cell, figure(known));
    }

    private static Cell.Value figure(BigDecimal known) {
        return new Cell.Figure(Contents.shown(known, 0));
    }

    /** The formula of a reading for a fact. */
    String readInline(Expression.ReadRate rate, FactPlace place) throws InexpressibleException {
        Reading reading = reading(rate, place, place.period(), place.fact().day());
        if (reading.rows().isEmpty()) {
            return withoutRows(reading);
        }
        Bands bands = blocks.computeIfAbsent(List.of(rate.table(), reading.rows()), _ -> {
            sheet.add();
            sheet.heading("rate table " + rate.table(), "", "", "", "", "");
            return bands(reading, rate.function());
        });
        Expression quantity = rate.quantity();
        String amount = quantity == null ? "" : "(" + new FormulaText(place).text(quantity) + ")";
        return reading.guarded(switch (rate.function()) {
            case LOOKUP -> bands.values().getFirst();
            case BAND -> bands.value(amount);
            case FLAT -> "(" + amount + "*" + bands.value(amount) + ")";
            case MARGINAL -> bands.marginal(amount, String.join("+",
                    bands.slices().stream().map(slice -> slice.part(amount) + "*" + slice.rate()).toList()));
            case INTERPOLATE -> {
                List<String> added = new ArrayList<>();
                for (int band = 0; band < bands.rows().size(); band++) {
                    added.add(bands.interpolated(band, amount));
                }
                yield bands.interpolate(amount, String.join("+", added));
            }
        });
    }

    /** Lists bands, their bounds multiplied by the scale. */
    private Bands bands(Reading reading, RateFunction function) {
        List<@Nullable String> lower = new ArrayList<>();
        List<@Nullable String> upper = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String included = reading.table().inclusive() == RateTable.InclusiveBound.LOWER
                ? "the lower bound belongs to a band"
                : "the upper bound belongs to a band";
        sheet.heading("rate table " + reading.table().code() + ": " + included, "from", "to",
                function == RateFunction.LOOKUP ? "value" : "rate");
        for (RateTable.Row band : reading.rows()) {
            int row = sheet.add(Cell.text(String.join(", ", band.keys())), bound(band.lower(), reading),
                    bound(band.upper(), reading),
                    Cell.number(band.value().toBigDecimal()).as(Cell.Look.INPUT));
            lower.add(band.lower() == null ? null : sheet.name(row, FROM));
            upper.add(band.upper() == null ? null : sheet.name(row, TO));
            values.add(sheet.name(row, RATE));
        }
        return new Bands(reading.table(), reading.rows(), reading.times(), lower, upper, values);
    }

    private static Cell bound(@Nullable Decimal bound, Reading reading) {
        if (bound == null) {
            return Cell.EMPTY;
        }
        return reading.scale() == null
                ? Cell.number(bound.toBigDecimal()).as(Cell.Look.INPUT)
                : Living.computing(FormulaText.number(bound) + "*" + reading.scale(),
                        figure(bound.toBigDecimal().multiply(reading.times())));
    }
}
