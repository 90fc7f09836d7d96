package dev.hermes.workspace.imports;

import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping for a file as it was found to be, to be looked at by a person. Immutable.
 *
 * @param mapping
 *            fields by the names of the file's columns
 * @param dataset
 *            what the rows could be facts of; null where the dataset is there, or they are no facts
 * @param questions
 *            what somebody has to decide: what nothing in the file does, and fields for which no column was found
 * @param unused
 *            the columns of the file that no field reads
 */
public record Draft(Mapping mapping, @Nullable Dataset dataset, List<Message> questions, List<String> unused) {

    private static final String KEY = "Key: ";
    private static final String CREDIT = "Credit: ";
    private static final int DIGITS = 18;
    private static final int SCALE = 4;
    private static final int GREATEST_SCALE = 12;

    public Draft {
        questions = List.copyOf(questions);
        unused = List.copyOf(unused);
    }

    /**
     * What a mapping is to be.
     *
     * @param code
     *            its code
     * @param file
     *            the path of the file, relative to where the mapping will be
     * @param into
     *            what the rows become
     * @param of
     *            the document that they belong to; null where none has to be named
     */
    public record Purpose(String code, String file, Target into, @Nullable String of) {}

    /**
     * Matches the columns of a file with the fields of what its rows become.
     *
     * @throws FindingsException
     *             where they are to make a dataset and none of them has a name
     */
    public static Draft of(Detection found, Purpose purpose, Library library) {
        List<Message> questions = new ArrayList<>(found.questions());
        boolean isNew = purpose.into() == Target.FACTS && library.dataset(String.valueOf(purpose.of())).isEmpty();
        SequencedMap<String, FoundColumn> columns = isNew ? named(found) : new LinkedHashMap<>();
        if (isNew && columns.isEmpty()) {
            throw new FindingsException(List.of(Finding.error("file", "", new Location(purpose.file(), 1, 1),
                    Message.of("No column of the file has a name. Maybe name the columns in its first line."))));
        }
        Dataset dataset = isNew ? dataset(found, String.valueOf(purpose.of()), columns, questions) : null;
        if (!isNew) {
            match(found, TargetFields.of(purpose.into(), purpose.of(), library), columns, questions);
        }
        SequencedMap<String, Mapping.Field> fields = new LinkedHashMap<>();
        String common = found.commonDates();
        columns.forEach((field, column) -> {
            Found<String> dates = column.dates();
            boolean isUsual = dates == null || dates.value().equals(common.isEmpty() ? DateDetector.ISO : common)
                    || !isDate(field, purpose, dataset, library);
            fields.put(field, new Mapping.Field(new Mapping.Origin.Column(column.name()),
                    isUsual || dates == null ? null : dates.value(), 0, Map.of()));
        });
        Mapping mapping = new Mapping(purpose.code(), purpose.code(), purpose.file(), found.format(), purpose.into(),
                purpose.of(), null, fields);
        List<String> unused = found.columns().stream().filter(column -> !columns.containsValue(column))
                .map(FoundColumn::name).filter(name -> !name.isEmpty()).toList();
        return new Draft(mapping, dataset, questions, unused);
    }

    private static boolean isDate(String field, Purpose purpose, @Nullable Dataset dataset, Library library) {
        List<TargetFields.Field> fields = dataset == null
                ? TargetFields.of(purpose.into(), purpose.of(), library)
                : TargetFields.of(dataset);
        return fields.stream().anyMatch(one -> one.name().equals(field) && one.isDate());
    }

    private static void match(Detection found, List<TargetFields.Field> fields,
            SequencedMap<String, FoundColumn> columns, List<Message> questions) {
        for (TargetFields.Field field : fields) {
            String name = ColumnNames.normalised(field.name());
            found.columns().stream().filter(column -> ColumnNames.normalised(column.name()).equals(name)).findFirst()
                    .ifPresentOrElse(column -> columns.put(field.name(), column), () -> {
                        if (field.isRequired()) {
                            questions.add(
                                    Message.of("Field {0}: no column of the file is called like that; which one is it?",
                                            field.name()));
                        }
                    });
        }
    }

    /** All columns that have a name, by what a dataset could call them. */
    private static SequencedMap<String, FoundColumn> named(Detection found) {
        SequencedMap<String, FoundColumn> columns = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        found.columns().stream().filter(column -> !column.name().isEmpty())
                .forEach(column -> columns.put(ColumnNames.ofDataset(column, taken), column));
        return columns;
    }

    private static Dataset dataset(Detection found, String code, SequencedMap<String, FoundColumn> columns,
            List<Message> questions) {
        List<Dataset.Column> typed = new ArrayList<>();
        columns.forEach((name, column) -> {
            Type type = column.type().value();
            int scale = Math.min(GREATEST_SCALE, Math.max(SCALE, column.scale()));
            typed.add(type.isNumber()
                    ? new Dataset.Column(name, type, DIGITS, scale)
                    : new Dataset.Column(name, type, 0, 0));
        });
        String key = columns.entrySet().stream()
                .filter(column -> column.getValue().isUnique() && column.getValue().isComplete())
                .filter(column -> column.getValue().type().value().value() == ValueType.TEXT).map(Map.Entry::getKey)
                .findFirst().orElse(null);
        if (key == null) {
            questions.add(
                    Message.of("Key: no column of texts has another value in each of the {0} rows; what names a row?",
                            found.rows()));
        }
        String date = columns.entrySet().stream().filter(column -> column.getValue().type().value().equals(Type.DATE))
                .filter(column -> column.getValue().isComplete()).map(Map.Entry::getKey).findFirst().orElse(null);
        questions.add(Message.of("Credit: who is credited is not said; maybe credit: {person: …} with the column that "
                + "names them."));
        return new Dataset(code, code, typed, Objects.requireNonNullElse(key, columns.firstEntry().getKey()), date,
                null,
                List.of(), List.of(), List.of());
    }

    /** The questions but for those that {@link #dataset} answers: what names a row, and who is credited. */
    public List<Message> ofFile() {
        return questions.stream().filter(question -> !question.pattern().startsWith(KEY)
                && !question.pattern().startsWith(CREDIT))
                .toList();
    }

    /** The documents as a file for people, with the questions before them. */
    public String yaml() {
        StringBuilder text = new StringBuilder();
        questions.forEach(question -> text.append("# To decide: ").append(oneLine(question.text())).append('\n'));
        if (!unused.isEmpty()) {
            text.append("# Columns that no field reads: ").append(oneLine(String.join(", ", unused))).append('\n');
        }
        if (dataset != null) {
            text.append(DocumentWriter.toYaml(dataset)).append("---\n");
        }
        return text.append(DocumentWriter.toYaml(mapping)).toString();
    }

    /** A comment ends with its line, whatever a file holds. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(character -> line.appendCodePoint(
                Character.isISOControl(character) || character == 0x2028 || character == 0x2029 ? ' ' : character));
        return line.toString();
    }
}
