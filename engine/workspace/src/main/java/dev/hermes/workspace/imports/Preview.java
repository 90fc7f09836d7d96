package dev.hermes.workspace.imports;

import dev.hermes.model.Finding;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.workspace.RejectReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first rows of a file would become. Immutable.
 *
 * @param mapping
 *            the mapping's code
 * @param into
 *            what the rows would become
 * @param fields
 *            the fields of the mapping, in its order
 * @param rows
 *            the rows that are wanted and those that are refused, in the order of their lines
 * @param read
 *            how many rows were looked at
 * @param leftOut
 *            how many of them the mapping's condition leaves out
 */
public record Preview(String mapping, Mapping.Target into, List<String> fields, List<Row> rows, long read,
        long leftOut) {

    public Preview {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line
     *            the line that it starts in; in a file without lines the row's number
     * @param values
     *            for each field what it becomes: a {@link String}, {@link dev.hermes.decimal.Decimal}, {@link Boolean},
     *            {@link java.time.LocalDate}, {@link dev.hermes.model.AssignmentKey} or what else the field takes; null
     *            where there is no value, or none that can be read
     * @param texts
     *            for each field the text that it is read from, without white space around it and before its lookup;
     *            empty where the cell is; null where a formula fails, or the line is no row of the file
     * @param refusals
     *            why the row would be rejected; empty where it would be brought in
     */
    public record Row(long line, List<@Nullable Object> values, List<@Nullable String> texts, List<Refusal> refusals) {

        public Row {
            values = Collections.unmodifiableList(new ArrayList<>(values));
            texts = Collections.unmodifiableList(new ArrayList<>(texts));
            refusals = List.copyOf(refusals);
        }

        public boolean isRejected() {
            return !refusals.isEmpty();
        }
    }

    /**
     * Why a row would be rejected.
     *
     * @param number
     *            the number of the column in the file, from 1; 0 where it is no column's fault
     * @param column
     *            the name of the column; empty where it is no column's fault
     * @param value
     *            what the column holds; empty where it is no column's fault
     * @param reason
     *            what is wrong and what to do
     * @param finding
     *            the same as it would be told by an import
     */
    public record Refusal(int number, String column, String value, Message reason, Finding finding) {

        static Refusal of(Reason reason, String file, long line) {
            int number = reason.column().isEmpty() ? 0 : reason.number();
            return new Refusal(number, reason.column(), reason.value(), reason.message(), reason.finding(file, line));
        }

        /** Whether it is a column's fault; of a row that is kept there may be several. */
        public boolean names(String name) {
            return column.equals(name) || List.of(column.split(RejectFile.BETWEEN)).contains(name);
        }

        /** What is wrong, without what to do about it. */
        public Message wrong() {
            return ReasonKind.withoutAdvice(reason);
        }
    }

    /** Why rows would be rejected, each row for its first reason; those with the most rows first. */
    public List<RejectReason> reasons() {
        ReasonCounts counts = new ReasonCounts();
        rows.stream().filter(Row::isRejected).map(row -> row.refusals().getFirst())
                .forEach(refusal -> counts.add(ReasonKind.of(refusal.column(), refusal.reason())));
        return counts.all();
    }

    /** How many of the rows would be rejected. */
    public long rejected() {
        return rows.stream().filter(Row::isRejected).count();
    }
}
