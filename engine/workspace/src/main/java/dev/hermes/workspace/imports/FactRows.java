package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.local.FactWriter;
import dev.hermes.local.Limits;
import dev.hermes.local.RowRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Type;
import dev.hermes.workspace.ImportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of a dataset: the fields are its columns; one that the mapping does not have is missing in every row. */
final class FactRows implements RowMaker {

    private final Dataset dataset;
    private final List<Function<Row, @Nullable Object>> columns = new ArrayList<>();
    private final FieldReader key;
    private final int keyPlace;
    private final Again again;
    private @Nullable FactWriter facts;
    private @Nullable Path file;

    /** Reads the file once more. */
    @FunctionalInterface
    interface Again {
        void each(FileReading.Taker taker) throws IOException, SourceProblem;
    }

    FactRows(MappedFields fields, Library library, Again again) {
        this.again = again;
        String code = String.valueOf(fields.of());
        dataset = library.dataset(code).orElseThrow(() -> fields.refused("of",
                Unknown.document("dataset", code, library.datasets().stream().map(Dataset::code).toList())));
        Set<String> ids = ids(dataset);
        dataset.columns().forEach(column -> columns.add(column(fields, column, ids.contains(column.name()))));
        key = fields.optionalDate(dataset.key());
        keyPlace = dataset.columns().stream().map(Dataset.Column::name).toList().indexOf(dataset.key());
    }

    /** The columns that name somebody or something: who is credited, the row itself, a row of another dataset. */
    private static Set<String> ids(Dataset dataset) {
        return Stream.of(Stream.of(dataset.key()), dataset.credits().stream().map(Dataset.Credit::column),
                dataset.joins().stream().map(Dataset.Join::column)).flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private Function<Row, @Nullable Object> column(MappedFields fields, Dataset.Column column, boolean isId) {
        String name = column.name();
        boolean isRequired = name.equals(dataset.key()) || name.equals(dataset.date());
        boolean isDate = column.type().equals(Type.DATE);
        FieldReader reader = isRequired
                ? (isDate ? fields.requiredDate(name) : fields.required(name))
                : (isDate ? fields.optionalDate(name) : fields.optional(name));
        Cells.Reading<?> reading = switch (column.type().value()) {
            case NUMBER -> new NumberReading(column.digits(), column.scale());
            case TEXT -> isId ? Cells::id : Cells::text;
            case BOOLEAN -> Cells::truth;
            case DATE -> reader::date;
        };
        return isRequired ? row -> reader.required(row, reading) : row -> reader.optional(row, reading);
    }

    @Override
    public void write(Row row, ImportWriter writer) throws IOException {
        @Nullable Object[] values = values(row);
        if (!row.isBad()) {
            FactWriter open = facts == null ? begin(writer) : facts;
            open.appendLine(row.line(), values);
        }
    }

    private @Nullable Object[] values(Row row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).apply(row);
        }
        return values;
    }

    private FactWriter begin(ImportWriter writer) throws IOException {
        Path named = writer.newFactFile(dataset.code());
        FactWriter begun = FactWriter.to(named, dataset, Limits.standard());
        file = named;
        facts = begun;
        return begun;
    }

    @Override
    public void compare(ImportWriter writer) throws IOException, SourceProblem {
        if (facts == null) {
            return;
        }
        List<FactRule> rules = rules(writer);
        long refused = facts.takeOut(rules.stream().map(FactRule::rule).toList());
        if (refused > 0) {
            FactRefusals refusals = new FactRefusals(facts, rules, this::values);
            again.each(refusals);
            if (refusals.told() != refused) {
                throw new SourceProblem(1, "The file was changed while it was read. Maybe bring it in again.");
            }
        }
    }

    private List<FactRule> rules(ImportWriter writer) {
        List<String> mappings = writer.factMappings(dataset.code());
        return List.of(new FactRule(new RowRule.Unique(dataset.key(), writer.factFiles(dataset.code())), keyPlace, key,
                (name, line) -> repeatedKey(name, line, mappings)));
    }

    private static String repeatedKey(String name, long line, List<String> mappings) {
        String key = "The key " + Quote.of(name);
        if (line > 0) {
            return key + " is in line " + line + " already. Maybe a row is there twice, or another column is the key.";
        }
        return key + " is there already: " + (mappings.size() == 1
                ? "the mapping " + mappings.getFirst() + " has"
                : "one of the mappings " + String.join(", ", mappings) + " has")
                + " brought it in. Maybe the same rows are in two files.";
    }

    @Override
    public void finish(ImportWriter writer) {
        if (facts != null && file != null && facts.rows() > 0) {
            facts.finish();
            facts.publish();
            writer.addFactFile(dataset.code(), file, facts.rows());
        }
    }

    @Override
    public void close() {
        if (facts != null) {
            facts.close();
        }
    }
}
