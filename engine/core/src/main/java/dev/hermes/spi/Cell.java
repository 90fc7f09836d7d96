package dev.hermes.spi;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A cell of a workbook: what is in it and how it looks. */
public record Cell(Content content, Look look) {

    /** Nothing. */
    public static final Cell EMPTY = new Cell(new Empty(), Look.PLAIN);

    /** What is in a cell. */
    public sealed interface Content {}

    /** What can be in a cell without being computed there. */
    public sealed interface Value extends Content {}

    public record Empty() implements Value {}

    /** Text, and never a formula, whatever it begins with. */
    public record Text(String text) implements Value {}

    /** An exact number, shown with as many fractional digits as its scale says, with thousands apart. */
    public record Figure(BigDecimal number) implements Value {}

    public record Day(LocalDate day) implements Value {}

    public record Truth(boolean truth) implements Value {}

    /** A value that is not there: not zero, and whatever reads it is not there either ({@code #N/A}). */
    public record Missing() implements Value {}

    /** A value that could not be computed ({@code #VALUE!}). */
    public record Failed() implements Value {}

    /**
     * A value that the spreadsheet computes.
     *
     * @param formula
     *            without the sign of equality, in the syntax of ECMA-376: {@code Indicators!C5*0.05}
     * @param value
     *            what it gives as the workbook is written
     */
    public record Formula(String formula, Value value) implements Content {}

    /** How a cell looks. */
    public enum Look {
        PLAIN, TITLE, HEADING,
        /** What a person may change to see what becomes of it. */
        INPUT,
        /** What the rest leads to. */
        TOTAL, NOTE
    }

    public static Cell of(Content content) {
        return new Cell(content, Look.PLAIN);
    }

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : of(new Text(text));
    }

    /** A number that is shown with its scale. */
    public static Cell number(BigDecimal number) {
        return of(new Figure(number));
    }

    /** A whole number. */
    public static Cell number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    /** The same cell with another look. */
    public Cell as(Look other) {
        return new Cell(content, other);
    }
}
