package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Advice;
import dev.hermes.model.Dates;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of a mapping from the row at hand. A cell that is not what it should be is reported and marks the row
 * as bad; what is returned then is a stand-in. Of one thread.
 */
final class FieldReader {

    private static final String ISO = "yyyy-MM-dd";

    private final String name;
    private final CellTexts texts;
    private final @Nullable Location mapped;
    private final Map<String, String> lookup;
    private final boolean hasLookup;
    private final String dateShape;
    private final @Nullable DateTimeFormatter datePattern;
    private final int plusDays;
    private final boolean saysNothingOfDates;
    private final Numerals numerals;
    private @Nullable Object last;

    /**
     * A field of a mapping.
     *
     * @param mapped
     *            the place of the field in the mapping; null where it has none
     * @param notation
     *            how its texts write numbers and dates
     */
    FieldReader(String name, Mapping.Field field, CellTexts texts, @Nullable Location mapped, Notation notation) {
        this.name = name;
        this.texts = texts;
        this.mapped = mapped;
        lookup = field.lookup();
        hasLookup = !lookup.isEmpty();
        String format = field.dateFormat() == null ? notation.dates() : field.dateFormat();
        numerals = notation.numerals();
        dateShape = format == null ? ISO : format;
        datePattern = format == null ? null : Cells.pattern(format);
        plusDays = field.plusDays();
        saysNothingOfDates = field.dateFormat() == null && plusDays == 0;
    }

    /** A field that the mapping does not have: without a value in every row. */
    static FieldReader absent(String name) {
        Mapping.Field nothing = new Mapping.Field(new Mapping.Origin.Constant(""), null, 0, Map.of());
        return new FieldReader(name, nothing, new CellTexts.Constant(""), null, Notation.PLAIN);
    }

    String name() {
        return name;
    }

    /** Whether it can take part in no row as a date does: neither a format nor days to add were given. */
    boolean saysNothingOfDates() {
        return saysNothingOfDates;
    }

    @Nullable
    Location mapped() {
        return mapped;
    }

    /** The text that the field is read from, before its lookup; null where a formula fails. */
    @Nullable
    String written(Row row) {
        try {
            return texts.text(row);
        } catch (BadCellException told) {
            // Whoever reads the field refuses the row for it.
            return null;
        }
    }

    /** What the row has for the field; null where that is empty. */
    private @Nullable String text(Row row) throws BadCellException {
        String text = texts.text(row);
        if (hasLookup) {
            String found = lookup.get(text);
            if (found != null) {
                text = found;
            } else if (!text.isEmpty()) {
                throw new BadCellException(
                        Message.of("{0} is not in the lookup of the field {1}", Quote.of(text), name),
                        Message.of("Maybe add it there."));
            }
        }
        return text.isEmpty() ? null : text;
    }

    <T> @Nullable T optional(Row row, Cells.Reading<T> reading) {
        try {
            String text = text(row);
            return text == null ? null : read(text, reading);
        } catch (BadCellException problem) {
            refuse(row, problem.said());
            return null;
        }
    }

    <T> T required(Row row, Cells.Reading<T> reading, T standIn) {
        T read = required(row, reading);
        return read == null ? standIn : read;
    }

    /** As the other {@code required}, but null where the row is bad. */
    <T> @Nullable T required(Row row, Cells.Reading<T> reading) {
        try {
            String text = text(row);
            if (text == null) {
                throw new BadCellException(Message.of("The field {0} is empty", name),
                        Message.of("Maybe leave such rows out with where."));
            }
            return read(text, reading);
        } catch (BadCellException problem) {
            refuse(row, problem.said());
            return null;
        }
    }

    private <T> T read(String text, Cells.Reading<T> reading) throws BadCellException {
        T value = reading.read(text);
        last = value;
        return value;
    }

    /** What was read last; null where there was no value, or none that could be read. */
    @Nullable
    Object last() {
        return last;
    }

    /** Forgets what was read last. */
    void forget() {
        last = null;
    }

    String id(Row row) {
        return required(row, Cells::id, "");
    }

    @Nullable
    String optionalId(Row row) {
        return optional(row, Cells::id);
    }

    String textOrElse(Row row, String otherwise) {
        String text = optional(row, Cells::text);
        return text == null ? otherwise : text;
    }

    Decimal number(Row row) {
        return required(row, text -> Cells.number(plain(text)), Decimal.ZERO);
    }

    @Nullable
    Decimal optionalNumber(Row row) {
        return optional(row, text -> Cells.number(plain(text)));
    }

    /** As {@link Cells#id}, which need not be asked where nothing unusual is in these rows. */
    String id(String text) throws BadCellException {
        return !hasLookup && texts.isPlain() ? text : Cells.id(text);
    }

    /** A number of this field in digits with a point; what a lookup gives is written so already. */
    String plain(String text) throws BadCellException {
        return lookup.containsValue(text) ? text : numerals.plain(text);
    }

    LocalDate date(Row row) {
        return required(row, this::date, Dates.BEGINNING);
    }

    @Nullable
    LocalDate optionalDate(Row row) {
        return optional(row, this::date);
    }

    /** The first day of a row; the beginning of time where the field is empty. */
    LocalDate from(Row row) {
        LocalDate from = optionalDate(row);
        return from == null ? Dates.BEGINNING : from;
    }

    /** The day after the last of a row; for ever where the field is empty, or far enough in the future. */
    LocalDate to(Row row) {
        LocalDate to = optionalDate(row);
        return to == null ? Dates.OPEN : to;
    }

    LocalDate date(String text) throws BadCellException {
        // What a lookup gives is written in the mapping, where dates are ISO ones.
        boolean written = hasLookup && lookup.containsValue(text);
        LocalDate date = Cells.date(text, written ? null : datePattern, written ? ISO : dateShape);
        // 9999-12-31 and one day is still the end of time.
        return date.equals(Dates.OPEN) && plusDays > 0 ? date : within(text, date.plusDays(plusDays));
    }

    private LocalDate within(String text, LocalDate date) throws BadCellException {
        if (date.isBefore(Dates.BEGINNING) || date.isAfter(Dates.OPEN)) {
            throw new BadCellException(
                    Message.of("{0} and {1} days is outside the years 1 to 9999", Quote.of(text), plusDays),
                    Message.of("Maybe leave the cell empty."));
        }
        return date;
    }

    /** Reports what is wrong with this field of the row. */
    void refuse(Row row, Message message) {
        texts.refuse(row, name, mapped, message);
    }

    /** The same, of what is wrong, without a full stop, and what to do about it. */
    void refuse(Row row, Message wrong, Message advice) {
        refuse(row, Advice.of(wrong, advice));
    }
}
