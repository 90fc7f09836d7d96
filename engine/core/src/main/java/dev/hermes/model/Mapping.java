package dev.hermes.model;

import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become rows of the workspace.
 *
 * @param file
 *            the path of the file, relative to the folder of the mapping
 * @param into
 *            what the rows become
 * @param of
 *            the code of the dataset, dated value, indicator or rate table that they belong to; null where a field
 *            names it or {@code into} needs none
 * @param replaces
 *            which of the rows that the mapping brought in before go when it brings in others
 * @param where
 *            a condition over the file's columns (as text); rows for which it is false are left out; null: all rows
 * @param fields
 *            the fields of the target, each with where it comes from
 */
public record Mapping(String code, String name, String file, Format format, Target into, @Nullable String of,
        Replaces replaces, @Nullable Formula where, SequencedMap<String, Field> fields) implements Document {

    public Mapping {
        fields = java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(fields));
    }

    /** A mapping whose file holds all that there is. */
    public Mapping(String code, String name, String file, Format format, Target into, @Nullable String of,
            @Nullable Formula where, SequencedMap<String, Field> fields) {
        this(code, name, file, format, into, of, new Replaces.Everything(), where, fields);
    }

    /** What a file of the mapping takes the place of; what others have brought in always stays. */
    public sealed interface Replaces {

        /** All rows that the mapping brought in: each file holds all that there is. */
        record Everything() implements Replaces {}

        /** Rows with the keys that are in the file: a file holds what is new or has changed. */
        record Keys() implements Replaces {}

        /**
         * Rows of the periods that are in the file: a file holds all that there is of some periods.
         *
         * @param calendar
         *            the code of the calendar whose periods hold the dates of facts; null for rows that name their period
         */
        record Periods(@Nullable String calendar) implements Replaces {}
    }

    /** The kinds of row. */
    public enum Target {
        FACTS("facts"), ORGANISATIONS("organisations"), LEADERS("leaders"), SUPERIORS("superiors"), PERSONS("persons"),
        ASSIGNMENTS("assignments"), DATED_VALUES("datedValues"), ACTUALS("actuals"), TARGETS("targets"),
        BASELINES("baselines"), SCORES("scores"), RATES("rates"), CORRECTIONS("corrections"),
        ADJUSTMENTS("adjustments"), BALANCES("balances");

        private final String word;

        Target(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How a file is read. */
    public sealed interface Format {

        /**
         * Text with a row in each line, RFC 4180 unless said otherwise.
         *
         * @param separator
         *            the character between columns
         * @param quote
         *            the character around cells that hold the separator; {@link #NO_QUOTE} where there is none
         * @param encoding
         *            the encoding by its name; null: what the file's byte order mark says, or UTF-8
         * @param header
         *            whether the first row names the columns; otherwise they are {@code column1}, {@code column2} …
         * @param numbers
         *            how the columns write numbers
         * @param dates
         *            the pattern of the dates in columns whose field names none; null: {@code yyyy-MM-dd}
         */
        record Csv(char separator, char quote, @Nullable String encoding, boolean header, NumberStyle numbers,
                @Nullable String dates) implements Format {

            public static final char QUOTE = '"';
            public static final char NO_QUOTE = '\0';

            /** As RFC 4180 says, but for the character between columns. */
            public Csv(char separator) {
                this(separator, QUOTE, null, true, NumberStyle.PLAIN, null);
            }
        }

        record Parquet() implements Format {}

        /**
         * A format that the adapter of a plugin reads.
         *
         * @param word
         *            what the mapping calls it: {@code excel}
         * @param options
         *            what else the mapping says about it, by name; the adapter knows what it means
         */
        record Adapter(String word, SequencedMap<String, String> options) implements Format {

            public Adapter {
                options = java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(options));
            }
        }
    }

    /**
     * Where one field comes from: a column as it stands, a constant, or a formula over the file's columns.
     *
     * @param dateFormat
     *            the pattern of a date column that is not {@code yyyy-MM-dd}; null otherwise
     * @param plusDays
     *            days added to a date: 1 turns an inclusive end into the day after it
     * @param lookup
     *            replaces a value by another; a value that it does not list is an error; empty for none
     */
    public record Field(Origin origin, @Nullable String dateFormat, int plusDays, Map<String, String> lookup) {

        public Field {
            lookup = Map.copyOf(lookup);
        }
    }

    public sealed interface Origin {

        record Column(String name) implements Origin {}

        record Constant(String text) implements Origin {}

        record Computed(Formula formula) implements Origin {}
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.MAPPING;
    }
}
