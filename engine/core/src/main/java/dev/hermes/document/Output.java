package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Content.Kind;
import dev.hermes.model.Formula;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of a document, or of a part of it, in the order of writing. A value of null is left out. */
final class Output {

    private final SequencedMap<String, Content> byName = new LinkedHashMap<>();

    Output put(String name, @Nullable Content content) {
        if (content != null) {
            byName.put(name, content);
        }
        return this;
    }

    Output text(String name, @Nullable String text) {
        return put(name, text == null ? null : Content.text(text));
    }

    /** A text that is left out where it is what a reader takes when there is none. */
    Output text(String name, String text, String otherwise) {
        return text(name, text.equals(otherwise) ? null : text);
    }

    Output formula(String name, @Nullable Formula formula) {
        return text(name, formula == null ? null : formula.text());
    }

    Output decimal(String name, @Nullable Decimal number) {
        return put(name, number == null ? null : decimal(number));
    }

    Output date(String name, @Nullable LocalDate date) {
        return text(name, date == null ? null : date.toString());
    }

    Output integer(String name, int number) {
        return put(name, new Content.Scalar(Integer.toString(number), Kind.INTEGER));
    }

    /** A number that is left out where it is what a reader takes when there is none. */
    Output integer(String name, int number, int otherwise) {
        return number == otherwise ? this : integer(name, number);
    }

    /** A flag that is left out where it is what a reader takes when there is none. */
    Output flag(String name, boolean flag, boolean otherwise) {
        return flag == otherwise ? this : put(name, new Content.Scalar(Boolean.toString(flag), Kind.BOOLEAN));
    }

    <E> Output word(String name, E meaning, Words<E> words) {
        return text(name, words.word(meaning));
    }

    /** A word that is left out where it is what a reader takes when there is none. */
    <E> Output word(String name, E meaning, Words<E> words, E otherwise) {
        return meaning.equals(otherwise) ? this : word(name, meaning, words);
    }

    /** A list that is left out where it is empty. */
    <T> Output list(String name, Collection<T> items, Function<T, Content> content) {
        return put(name, items.isEmpty() ? null : new Content.Items(items.stream().map(content).toList()));
    }

    /** A list of texts that is left out where it is empty. */
    Output texts(String name, List<String> texts) {
        return list(name, texts, Content::text);
    }

    /** A table by names of the author that is left out where it is empty. */
    <T> Output table(String name, Collection<T> rows, Function<T, String> rowName, Function<T, Content> content) {
        if (rows.isEmpty()) {
            return this;
        }
        SequencedMap<String, Content> table = new LinkedHashMap<>();
        rows.forEach(row -> table.put(rowName.apply(row), content.apply(row)));
        return put(name, new Content.Entries(table, true));
    }

    /** What was gathered. */
    Content.Entries fields() {
        return new Content.Entries(byName, false);
    }

    static Content decimal(Decimal number) {
        return new Content.Scalar(number.toString(), Kind.DECIMAL);
    }
}
