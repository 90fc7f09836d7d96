package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes numbers, and dates where a field says nothing about them.
 *
 * @param dates
 *            a pattern; null for {@code yyyy-MM-dd}
 */
record Notation(Numerals numerals, @Nullable String dates) {

    /** That of mappings: what they write themselves, and what they say nothing about. */
    static final Notation PLAIN = new Notation(Numerals.PLAIN, null);

    static Notation of(Mapping.Format format) {
        return switch (format) {
            case Mapping.Format.Csv csv -> new Notation(Numerals.of(csv.numbers()), csv.dates());
            case Mapping.Format.Parquet _,Mapping.Format.Adapter _ -> PLAIN;
        };
    }
}
