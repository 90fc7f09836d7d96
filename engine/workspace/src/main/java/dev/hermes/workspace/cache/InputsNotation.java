package dev.hermes.workspace.cache;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import dev.hermes.model.SuperiorRow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** People, organisation and all else that was brought in beside facts, without balances. */
final class InputsNotation implements Notation<CalcInputs> {

    private interface Writing<T> {
        void write(T row, DataOutput out) throws IOException;
    }

    private interface Reading<T> {
        T read(Source in) throws IOException;
    }

    @Override
    public void write(CalcInputs inputs, DataOutput out) throws IOException {
        rows(inputs.organisations(), out, (row, to) -> {
            texts(to, row.code(), row.name(), row.level(), row.parent());
            days(to, row.from(), row.to());
        });
        rows(inputs.leaders(), out, (row, to) -> {
            texts(to, row.organisation(), row.head());
            days(to, row.from(), row.to());
        });
        rows(inputs.superiors(), out, (row, to) -> {
            texts(to, row.subordinate(), row.superior());
            days(to, row.from(), row.to());
        });
        rows(inputs.persons(), out, (row, to) -> texts(to, row.person(), row.name()));
        rows(inputs.assignments(), out, (row, to) -> {
            texts(to, row.key().person(), row.key().position(), row.key().organisation());
            days(to, row.from(), row.to());
        });
        rows(inputs.datedValues(), out, (row, to) -> {
            texts(to, row.code(), row.subject(), row.value());
            days(to, row.from(), row.to());
        });
        rows(inputs.periodValues(), out, (row, to) -> {
            texts(to, row.indicator(), row.series().name(), row.subject(), row.period());
            number(to, row.value());
        });
        rows(inputs.corrections(), out, (row, to) -> {
            texts(to, row.indicator(), row.series().name(), row.subject(), row.period());
            number(to, row.value());
            texts(to, row.reason());
        });
        rows(inputs.adjustments(), out, (row, to) -> {
            texts(to, row.scheme(), row.payee(), row.period());
            number(to, row.amount());
            texts(to, row.reason());
        });
    }

    @Override
    public CalcInputs read(DataInput in) throws IOException {
        Source source = new Source(in);
        return new CalcInputs(
                source.rows(from -> new OrganisationRow(from.text(), from.text(), from.text(), from.textOrNull(),
                        from.day(), from.day())),
                source.rows(from -> new LeaderRow(from.text(), from.text(), from.day(), from.day())),
                source.rows(from -> new SuperiorRow(from.text(), from.text(), from.day(), from.day())),
                source.rows(from -> new PersonRow(from.text(), from.text())),
                source.rows(from -> new AssignmentRow(new AssignmentKey(from.text(), from.text(), from.text()),
                        from.day(), from.day())),
                source.rows(from -> new DatedValueRow(from.text(), from.text(), from.text(), from.day(), from.day())),
                source.rows(from -> new PeriodValueRow(from.text(), Series.valueOf(from.text()), from.text(),
                        from.text(), from.number())),
                source.rows(from -> new Correction(from.text(), Series.valueOf(from.text()), from.text(), from.text(),
                        from.number(), from.text())),
                source.rows(from -> new Adjustment(from.text(), from.text(), from.text(), from.number(), from.text())),
                CalcInputs.Balances.NONE);
    }

    private static <T> void rows(List<T> rows, DataOutput out, Writing<T> writing) throws IOException {
        out.writeInt(rows.size());
        for (T row : rows) {
            writing.write(row, out);
        }
    }

    private static void texts(DataOutput out, @Nullable String... texts) throws IOException {
        for (String text : texts) {
            Texts.write(text, out);
        }
    }

    private static void days(DataOutput out, LocalDate... days) throws IOException {
        for (LocalDate day : days) {
            out.writeInt(Math.toIntExact(day.toEpochDay()));
        }
    }

    private static void number(DataOutput out, Decimal number) throws IOException {
        out.writeLong(number.high());
        out.writeLong(number.low());
    }

    /** What is read from, in the order in which it was written; the same text is kept once. */
    private record Source(DataInput in, Map<String, String> known) {

        Source(DataInput in) {
            this(in, new HashMap<>());
        }

        <T> List<T> rows(Reading<T> reading) throws IOException {
            int size = in.readInt();
            List<T> rows = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                rows.add(reading.read(this));
            }
            return rows;
        }

        @Nullable
        String textOrNull() throws IOException {
            String text = Texts.read(in);
            return text == null ? null : known.computeIfAbsent(text, same -> same);
        }

        String text() throws IOException {
            return Objects.requireNonNull(textOrNull());
        }

        LocalDate day() throws IOException {
            return LocalDate.ofEpochDay(in.readInt());
        }

        Decimal number() throws IOException {
            return Decimal.ofBits(in.readLong(), in.readLong());
        }
    }
}
