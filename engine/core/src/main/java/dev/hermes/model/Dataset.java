package dev.hermes.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of what happened, or a declared join of rows.
 *
 * @param columns
 *            the stored columns, in order
 * @param key
 *            the column that names a row, unique in the dataset
 * @param date
 *            the date that decides period, assignment and hierarchy where an indicator names no other; null for a
 *            dataset that is only joined to
 * @param recorded
 *            the date column that says when a row became known; null where that is not kept
 * @param credits
 *            to whom a row is credited; several where credit is split
 * @param joins
 *            datasets whose columns are read as {@code alias.column}
 * @param measures
 *            figures computed from each row
 * @param validations
 *            what is listed of the rows that are there, without refusing any
 */
public record Dataset(String code, String name, List<Column> columns, String key, @Nullable String date,
        @Nullable String recorded, List<Credit> credits, List<Join> joins, List<Measure> measures,
        List<Validation> validations) implements Document {

    public Dataset {
        columns = List.copyOf(columns);
        credits = List.copyOf(credits);
        joins = List.copyOf(joins);
        measures = List.copyOf(measures);
        validations = List.copyOf(validations);
    }

    /** A dataset of which nothing is listed. */
    public Dataset(String code, String name, List<Column> columns, String key, @Nullable String date,
            @Nullable String recorded, List<Credit> credits, List<Join> joins, List<Measure> measures) {
        this(code, name, columns, key, date, recorded, credits, joins, measures, List.of());
    }

    /**
     * A stored column.
     *
     * @param scale
     *            fractional digits of a number, 0 to 12
     * @param digits
     *            digits of a number in all, at most 38
     * @param rules
     *            what is asked of rows that are brought in
     */
    public record Column(String name, Type type, int digits, int scale, List<ColumnRule> rules) {

        public Column {
            rules = List.copyOf(rules);
        }

        /** A column that asks nothing but its type. */
        public Column(String name, Type type, int digits, int scale) {
            this(name, type, digits, scale, List.of());
        }
    }

    /**
     * One receiver of a row's credit.
     *
     * @param subject
     *            what the column names: an assignment by its key, a person or an organisation
     * @param column
     *            the column, or {@code alias.column} of a joined dataset
     * @param share
     *            the part of the row's figures that is credited, a formula over the row; null for all of it
     */
    public record Credit(DatedValue.Subject subject, String column, @Nullable Formula share) {}

    /** Each row is joined to at most one row of another dataset: the one whose key equals this row's column. */
    public record Join(String alias, String dataset, String column) {}

    /** A figure computed from each row by a formula over its columns. */
    public record Measure(String name, Unit unit, Formula formula) {}

    /**
     * Lists rows that somebody should look at.
     *
     * @param message
     *            what is the matter with these rows
     * @param query
     *            one SELECT over datasets that returns the keys of the rows as {@code key}, and what else helps
     */
    public record Validation(String name, String message, String query) {}

    @Override
    public DocumentKind kind() {
        return DocumentKind.DATASET;
    }
}
