package dev.hermes.workspace.imports;

import dev.hermes.document.DocumentWriter;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.Type;
import dev.hermes.workspace.imports.TableSample.Cell;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out what a text with a table in it looks like. Of one thread. */
final class Detector {

    /** As much text is looked at as ten thousand long rows may have. */
    private static final int MOST_CHARACTERS = 1 << 22;
    private static final Pattern INTEGER = Pattern.compile("\\d+");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
    /** More digits than any amount has: numbers of cards and accounts. */
    private static final Pattern LONG_INTEGER = Pattern.compile("\\d{16,}");
    private static final Pattern ID_NAME = Pattern
            .compile("(?i).*(\\b|[a-z_])(id|no|nr|num|number|code|key)\\W*|.*[号码].*");
    private static final Set<String> TRUTHS = Set.of("true", "TRUE", "True", "false", "FALSE", "False");

    private final TableSample sample;
    private final boolean isWhole;
    private final boolean hasHeader;
    private final List<List<Cell>> filled = new ArrayList<>();
    private final Map<Integer, Found<String>> dates = new HashMap<>();
    private final NumberDetector numbers;

    private Detector(TableSample sample, boolean isWhole, boolean hasHeader) {
        this.sample = sample;
        this.isWhole = isWhole;
        this.hasHeader = hasHeader;
        numbers = new NumberDetector(isWhole);
        for (int place = 0; place < sample.width(); place++) {
            List<Cell> cells = sample.column(place, hasHeader).stream().filter(cell -> !cell.isEmpty()).toList();
            filled.add(cells);
            Found<String> pattern = cells.isEmpty() ? null : DateDetector.detect(cells, isWhole);
            if (pattern != null) {
                dates.put(place, pattern);
            } else if (!cells.isEmpty() && isCountable(cells)) {
                numbers.add(place, cells);
            }
        }
    }

    /** What was looked at. */
    static Message looked(boolean isWhole) {
        return isWhole ? Message.of("file") : Message.of("first rows");
    }

    private static boolean isCountable(List<Cell> cells) {
        return cells.stream().noneMatch(cell -> LEADING_ZERO.matcher(cell.text()).matches())
                && !cells.stream().allMatch(cell -> LONG_INTEGER.matcher(cell.text()).matches());
    }

    /** @param name what findings call the text */
    static Detection detect(Contents contents, String name) throws IOException {
        try {
            Found<String> encoding = EncodingDetector.detect(contents);
            String text = beginning(contents, encoding.value());
            boolean isCut = text.length() == MOST_CHARACTERS;
            LayoutDetector layout = LayoutDetector.of(isCut ? text.substring(0, text.lastIndexOf('\n') + 1) : text);
            if (layout == null) {
                throw new SourceProblem(1, Message.of("{0} is empty. Maybe another one was meant.", contents.called()));
            }
            boolean isWhole = !isCut && layout.sample().lines().size() <= TableSample.MOST_ROWS;
            Found<Boolean> header = header(layout.sample(), isWhole);
            if (header.value()) {
                refuseNameless(layout.sample().lines().getFirst().cells());
            }
            return new Detector(layout.sample(), isWhole, header.value()).result(encoding, layout, header);
        } catch (SourceProblem problem) {
            throw new FindingsException(List.of(Finding.error("file", "",
                    new Location(name, Math.toIntExact(Math.max(1, problem.line())), 1), problem.said())));
        }
    }

    /** Looks at rows that are taken apart already: numbers and dates are written as documents write them. */
    static Detection detect(RowSource source, Format format) throws IOException, SourceProblem {
        List<String> titles = source.columns();
        refuseNameless(titles);
        int[] all = IntStream.range(0, titles.size()).toArray();
        List<TableSample.Line> lines = new ArrayList<>(List.of(new TableSample.Line(1, titles)));
        for (RowBatch batch = source.next(all); batch != null; batch = source.next(all)) {
            for (int row = 0; row < batch.size(); row++) {
                if (batch.reasons(row).isEmpty()) {
                    List<String> cells = new ArrayList<>();
                    for (int place : all) {
                        cells.add(batch.cells(place)[row]);
                    }
                    lines.add(new TableSample.Line(batch.line(row), cells));
                }
            }
        }
        boolean isWhole = lines.size() <= TableSample.MOST_ROWS;
        TableSample sample = new TableSample(',', Csv.QUOTE, lines, titles.size());
        return new Detector(sample, isWhole, true).result(format);
    }

    private Detection result(Format format) {
        List<Integer> numeric = numbers.places(NumberStyle.PLAIN);
        List<FoundColumn> columns = new ArrayList<>();
        for (int place = 0; place < sample.width(); place++) {
            columns.add(column(place, numeric.contains(place), NumberStyle.PLAIN));
        }
        Message said = Message.of("The format says so.");
        return new Detection(format, Found.certain("UTF-8", said), Found.certain(sample.separator(), said),
                Found.certain(sample.quote(), said), Found.certain(true, said),
                Found.certain(NumberStyle.PLAIN, said), columns, TextWarnings.of(this::name, filled),
                sample.lines().size() - 1L, isWhole);
    }

    /** No mapping could name such a column. */
    private static void refuseNameless(List<String> titles) throws SourceProblem {
        for (int place = 0; place < titles.size(); place++) {
            if (!DocumentWriter.canWrite(ColumnNames.ofTitle(titles.get(place)))) {
                throw new SourceProblem(1, Message.of(
                        "The name of column {0}, {1}, holds a character that no document may hold. Maybe remove it "
                                + "at its source.",
                        place + 1, Quote.of(titles.get(place))));
            }
        }
    }

    private static String beginning(Contents contents, String encoding) throws IOException, SourceProblem {
        Encoded encoded = Encoded.of(contents, null);
        char[] characters = new char[MOST_CHARACTERS];
        int length = 0;
        try (Reader reader = (encoded.isMarked() ? encoded : Encoded.of(contents, encoding)).reader()) {
            int read = 0;
            while (read >= 0 && length < MOST_CHARACTERS) {
                length += read;
                read = reader.read(characters, length, MOST_CHARACTERS - length);
            }
        } catch (CharacterCodingException e) {
            throw new SourceProblem(encoded.firstMalformedLine(),
                    Message.of("The line is not {0}. Maybe the file was damaged on its way.", encoding));
        }
        return new String(characters, 0, length);
    }

    private static Found<Boolean> header(TableSample sample, boolean isWhole) {
        TableSample.Line first = sample.lines().getFirst();
        if (sample.lines().size() == 1) {
            return Found.open(true, Message.of("There is one row; does it name the columns?"), List.of(false));
        }
        Detector below = new Detector(sample, isWhole, true);
        List<Integer> numbers = below.numbers.places(below.numbers.detect().value());
        for (int place = 0; place < Math.min(sample.width(), first.cells().size()); place++) {
            String title = first.cells().get(place);
            boolean isTyped = numbers.contains(place) || below.dates.containsKey(place);
            if (isTyped && !title.isEmpty() && title.chars().anyMatch(Character::isDigit)) {
                return alike(sample, place, isWhole, title);
            }
            if (isTyped && !title.isEmpty()) {
                return Found.certain(true, numbers.contains(place)
                        ? Message.of("{0} stands in the first row, and below it numbers.", Quote.of(title))
                        : Message.of("{0} stands in the first row, and below it dates.", Quote.of(title)));
            }
        }
        return Found.open(true, Message.of("All is text; does the first row name the columns, {0}?",
                String.join(", ", first.cells().stream().limit(5).map(Quote::of).toList())), List.of(false));
    }

    /** The header of a column whose title has digits in it, like what is below. */
    private static Found<Boolean> alike(TableSample sample, int place, boolean isWhole, String title) {
        List<Cell> all = sample.column(place, false).stream().filter(cell -> !cell.isEmpty()).toList();
        NumberDetector numbers = new NumberDetector(isWhole);
        numbers.add(place, all);
        boolean isLikeOthers = DateDetector.detect(all, isWhole) != null
                || !numbers.places(numbers.detect().value()).isEmpty();
        if (!isLikeOthers) {
            return Found.likely(true, Message.of("{0} in the first row is unlike what is below it.", Quote.of(title)));
        }
        return INTEGER.matcher(title).matches()
                ? Found.open(false,
                        Message.of("{0} in the first row may be the name of a column or a value like those below it.",
                                Quote.of(title)),
                        List.of(true))
                : Found.likely(false,
                        Message.of("{0} in the first row is a value like those below it.", Quote.of(title)));
    }

    private Detection result(Found<String> encoding, LayoutDetector layout, Found<Boolean> header) {
        Found<NumberStyle> style = numbers.detect();
        List<Integer> numeric = numbers.places(style.value());
        Map<Integer, Message> unlike = numbers.others(style.value());
        List<Message> warnings = new ArrayList<>(TextWarnings.of(this::name, filled));
        List<FoundColumn> columns = new ArrayList<>();
        for (int place = 0; place < sample.width(); place++) {
            if (unlike.containsKey(place)) {
                warnings.add(Message.of("Column {0}: {1}", name(place), unlike.get(place)));
            }
            columns.add(column(place, numeric.contains(place), style.value()));
        }
        long ragged = sample.lines().stream().filter(line -> line.cells().size() != sample.width()).count();
        if (ragged > 0) {
            warnings.add(Message.of("{0} rows do not have {1} cells and would be rejected.", ragged, sample.width()));
        }
        long rows = sample.lines().size() - (hasHeader ? 1L : 0L);
        return new Detection(
                Detection.text(encoding, layout.separator(), layout.quote(), header, style, columns), encoding,
                layout.separator(), layout.quote(), header, style, columns, warnings, rows, isWhole);
    }

    private String name(int place) {
        List<String> first = sample.lines().getFirst().cells();
        return hasHeader ? place < first.size() ? ColumnNames.ofTitle(first.get(place)) : "" : "column" + (place + 1);
    }

    private FoundColumn column(int place, boolean isNumber, NumberStyle style) {
        List<Cell> cells = filled.get(place);
        Set<String> distinct = new HashSet<>();
        boolean isUnique = cells.stream().allMatch(cell -> distinct.add(cell.text()));
        boolean isComplete = cells.size() == sample.column(place, hasHeader).size() && !cells.isEmpty();
        @Nullable Found<String> pattern = dates.get(place);
        Found<Type> type = pattern != null
                ? new Found<>(Type.DATE, pattern.isOpen() ? Found.Sureness.CERTAIN : pattern.sureness(),
                        pattern.evidence(), List.of())
                : type(cells, isNumber, isUnique, name(place));
        int scale = type.value().isNumber() ? NumberDetector.scale(style, cells) : 0;
        return new FoundColumn(place + 1, name(place), type, pattern, scale, isComplete, isUnique);
    }

    private static Found<Type> type(List<Cell> cells, boolean isNumber, boolean isUnique, String name) {
        if (cells.isEmpty()) {
            return Found.open(Type.TEXT, Message.of("No row has a value; what is in it?"),
                    List.of(Type.NUMBER, Type.DATE));
        }
        Cell first = cells.getFirst();
        if (cells.stream().allMatch(cell -> TRUTHS.contains(cell.text()))) {
            return Found.certain(Type.BOOLEAN, Message.of("{0}, and the others are true or false.", first.shown()));
        }
        if (isNumber && isUnique && ID_NAME.matcher(name).matches()
                && cells.stream().allMatch(cell -> INTEGER.matcher(cell.text()).matches())) {
            return Found.likely(Type.TEXT, Message.of("{0} is a number that names something.", first.shown()));
        }
        if (isNumber) {
            return Found.certain(Type.NUMBER, Message.of("{0}, and the others are numbers.", first.shown()));
        }
        for (Cell cell : cells) {
            if (LEADING_ZERO.matcher(cell.text()).matches()) {
                return Found.certain(Type.TEXT,
                        Message.of("{0} begins with a zero that a number would lose.", cell.shown()));
            }
        }
        return LONG_INTEGER.matcher(first.text()).matches()
                ? Found.likely(Type.TEXT, Message.of("{0} has more digits than an amount.", first.shown()))
                : Found.certain(Type.TEXT,
                        Message.of("{0} is none of a number, a date, true or false.", first.shown()));
    }
}
