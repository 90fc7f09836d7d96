package dev.hermes.statement;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.model.Failure;
import dev.hermes.model.Unit;
import dev.hermes.spi.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures of the engine as contents of cells. */
final class Contents {

    private static final MathContext SPREADSHEET = new MathContext(15, RoundingMode.HALF_UP);

    private Contents() {}

    /** A figure, the only value of a column, with at least so many digits; null for none. */
    static Cell.Value of(@Nullable Column column, int scale) {
        if (column == null) {
            return new Cell.Empty();
        }
        if (!column.isPresent(0)) {
            return column.isMissing(0) ? new Cell.Missing() : new Cell.Failed();
        }
        return switch (column) {
            case NumberColumn number -> new Cell.Figure(shown(number.get(0).toBigDecimal(), scale));
            case TextColumn text -> new Cell.Text(text.get(0));
            case BooleanColumn truth -> new Cell.Truth(truth.get(0));
            case DateColumn date -> new Cell.Day(date.get(0));
        };
    }

    /** The nearest number that a spreadsheet holds: it is computed with, and must be a number. */
    static BigDecimal shown(BigDecimal number, int scale) {
        BigDecimal held = number.round(SPREADSHEET).stripTrailingZeros();
        return held.setScale(Math.max(scale, held.scale()));
    }

    /** By how much a figure differs from the one before; from nothing where there is none before. */
    static Cell.Value change(@Nullable Column before, Column now, int scale) {
        if (before == null || !(before instanceof NumberColumn from) || !(now instanceof NumberColumn to)
                || !from.isPresent(0) || !to.isPresent(0)) {
            return of(before == null ? now : before.isPresent(0) ? now : before, scale);
        }
        return new Cell.Figure(shown(to.get(0).toBigDecimal().subtract(from.get(0).toBigDecimal()), scale));
    }

    /** What a spreadsheet does not hold of a figure, in words; empty for nothing. */
    static String lost(@Nullable Column column) {
        return column instanceof NumberColumn number && number.isPresent(0)
                && number.get(0).toBigDecimal().stripTrailingZeros().precision() > SPREADSHEET.getPrecision()
                        ? "Exactly " + number.get(0) + ": spreadsheets keep 15 digits."
                        : "";
    }

    /** Why a figure failed, in words; empty where it did not. */
    static String failure(@Nullable Column column) {
        Failure failure = column == null ? null : column.failure(0);
        return failure == null ? "" : failure.text();
    }

    /** How many digits figures of a unit have at least. */
    static int scale(Unit unit, int minorUnit) {
        return unit.isMoney() ? minorUnit : 0;
    }
}
