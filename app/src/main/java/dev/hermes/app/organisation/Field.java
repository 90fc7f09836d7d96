package dev.hermes.app.organisation;

import dev.hermes.model.DatedValue;
import dev.hermes.model.Dates;
import dev.hermes.spi.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Something that the table of people says of each. Immutable. */
sealed interface Field {

    /** Those that are always there, in the order of their columns; what is compared comes first where it is shown. */
    List<Field> USUAL = List.of(Usual.values());

    /** What every assignment has. */
    enum Usual implements Field {
        PERSON(138), NUMBER(84), POSITION(100), UNIT(144), SUPERIOR(118), DIRECT(60), ALL(46), FROM(104), TO(104);

        private final double width;

        Usual(double width) {
            this.width = width;
        }

        double width() {
            return width;
        }

        boolean isFigure() {
            return this == DIRECT || this == ALL;
        }

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Cell cell(Row row, Structure of) {
            Holder holder = row.holder();
            return switch (this) {
                case PERSON -> Cell.text(holder.name());
                case NUMBER -> Cell.text(holder.key().person());
                case POSITION -> Cell.text(holder.key().position());
                case UNIT -> Cell.text(holder.unit());
                case SUPERIOR -> Cell.text(holder.above());
                case DIRECT -> Cell.number(holder.direct());
                case ALL -> Cell.number(holder.all());
                case FROM -> day(holder.from(), holder.from().equals(Dates.BEGINNING));
                case TO -> day(holder.to().minusDays(1), holder.to().equals(Dates.OPEN));
            };
        }

        private static Cell day(LocalDate day, boolean isOpen) {
            return isOpen ? Cell.EMPTY : Cell.of(new Cell.Day(day));
        }

        @Override
        public Comparator<Row> order(Structure of) {
            return switch (this) {
                case PERSON -> text(Holder::name);
                case NUMBER -> text(holder -> holder.key().person());
                case POSITION -> text(holder -> holder.key().position());
                case UNIT -> text(Holder::unit);
                case SUPERIOR -> text(Holder::above);
                case DIRECT -> Comparator.comparingInt(row -> row.holder().direct());
                case ALL -> Comparator.comparingInt(row -> row.holder().all());
                case FROM -> Comparator.comparing(row -> row.holder().from());
                case TO -> Comparator.comparing(row -> row.holder().to());
            };
        }

        private static Comparator<Row> text(Function<Holder, String> text) {
            return Comparator.comparing(row -> text.apply(row.holder()), String.CASE_INSENSITIVE_ORDER);
        }
    }

    /** What became of somebody since the day that is compared with. */
    record Became(boolean before) implements Field {

        @Override
        public String id() {
            return before ? "before" : "change";
        }

        @Override
        public Cell cell(Row row, Structure of) {
            Change change = row.change();
            return change == null ? Cell.EMPTY : Cell.text(before ? change.before() : change.kind().name());
        }

        @Override
        public Comparator<Row> order(Structure of) {
            return before
                    ? Comparator.comparing(row -> row.change() == null ? "" : row.change().before(),
                            String.CASE_INSENSITIVE_ORDER)
                    : Comparator.comparing(row -> row.change() == null ? "" : row.change().kind().name());
        }
    }

    /** The value of an attribute that holds on the day. */
    record Value(DatedValue declared) implements Field {

        @Override
        public String id() {
            return declared.code();
        }

        @Override
        public Cell cell(Row row, Structure of) {
            String value = of.value(declared, row.holder().key());
            if (value.isEmpty()) {
                return Cell.EMPTY;
            }
            return isNumber() ? Cell.number(new BigDecimal(value)) : Cell.text(value);
        }

        boolean isNumber() {
            return declared.type().isNumber();
        }

        @Override
        public Comparator<Row> order(Structure of) {
            Function<Row, String> value = row -> of.value(declared, row.holder().key());
            return isNumber()
                    ? Comparator.comparing(row -> value.apply(row).isEmpty() ? null : new BigDecimal(value.apply(row)),
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    : Comparator.comparing(value, String.CASE_INSENSITIVE_ORDER);
        }
    }

    /** Tells it from all others. */
    String id();

    /** What it says of somebody; a day that is open is empty. */
    Cell cell(Row row, Structure of);

    /** The order of rows by it. */
    Comparator<Row> order(Structure of);
}
