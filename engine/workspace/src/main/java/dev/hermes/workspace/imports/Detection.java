package dev.hermes.workspace.imports;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a table looks like, each with its evidence, to be confirmed by a person. Immutable.
 *
 * @param format
 *            how the file is written: as was found of a text, or as was said before of any other file, of which encoding,
 *            separator and so on are without meaning
 * @param columns
 *            in the order of the file
 * @param warnings
 *            what will be refused, or is likely to be meant otherwise
 * @param rows
 *            how many rows were looked at
 * @param isWhole
 *            whether these are all rows
 */
public record Detection(Format format, Found<String> encoding, Found<Character> separator, Found<Character> quote,
        Found<Boolean> header, Found<NumberStyle> numbers, List<FoundColumn> columns, List<Message> warnings, long rows,
        boolean isWhole) {

    public Detection {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    /**
     * Looks at a file: at all of it for its encoding, and at its first ten thousand rows.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it is no text, or empty
     */
    public static Detection of(Path file) throws IOException {
        return Detector.detect(new Contents.OfFile(file), Objects.toString(file.getFileName()));
    }

    /**
     * Looks at a copied table.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it is no text, or empty
     */
    public static Detection of(Clipboard copied) throws IOException {
        return Detector.detect(new Contents.Copied(copied), Clipboard.NAME);
    }

    /**
     * Looks at the first ten thousand rows of a file whose format is known and is no text.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it cannot be read so: options of the format may be missing
     */
    public static Detection of(Path file, Format format) {
        Path whole = file.toAbsolutePath();
        Mapping reading = new Mapping("file", "file", Objects.toString(whole.getFileName()), format,
                Mapping.Target.FACTS, "file", null, new LinkedHashMap<>());
        return Importer.detect(LoadedDocument.of(reading), Objects.requireNonNull(whole.getParent()));
    }

    /** The format of a text as it was found. */
    static Csv text(Found<String> encoding, Found<Character> separator, Found<Character> quote, Found<Boolean> header,
            Found<NumberStyle> numbers, List<FoundColumn> columns) {
        String dates = commonDates(columns);
        return new Csv(separator.value(), quote.value(), encoding.value().equals("UTF-8") ? null : encoding.value(),
                header.value(), numbers.value(), dates.isEmpty() ? null : dates);
    }

    /** The pattern of dates that the format says of all columns; empty where it says none. */
    String commonDates() {
        return format instanceof Csv ? commonDates(columns) : "";
    }

    /** The pattern that all columns with dates share, if it has to be said; else empty. */
    private static String commonDates(List<FoundColumn> columns) {
        List<String> patterns = columns.stream().map(FoundColumn::dates).filter(Objects::nonNull).map(Found::value)
                .distinct().toList();
        return patterns.size() == 1 && !patterns.getFirst().equals(DateDetector.ISO) ? patterns.getFirst() : "";
    }

    /** What nothing in the file decides, each as a sentence. */
    public List<Message> questions() {
        List<Message> questions = new ArrayList<>();
        Stream.of(encoding, separator, quote, header, numbers).filter(Found::isOpen)
                .forEach(found -> questions.add(found.evidence()));
        for (FoundColumn column : columns) {
            Stream.concat(Stream.of(column.type()), Stream.ofNullable(column.dates())).filter(Found::isOpen)
                    .forEach(found -> questions.add(Message.of("Column {0}: {1}", column.name(), found.evidence())));
        }
        return questions;
    }
}
