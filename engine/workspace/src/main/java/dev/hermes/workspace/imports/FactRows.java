package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.local.DayRange;
import dev.hermes.local.FactWriter;
import dev.hermes.local.Limits;
import dev.hermes.local.PartlyReplaced;
import dev.hermes.model.Calendar;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Mapping.Replaces;
import dev.hermes.model.Message;
import dev.hermes.plan.PayCalendar;
import dev.hermes.model.Period;
import dev.hermes.model.Type;
import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.RowWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts of a dataset: the fields are its columns; one that the mapping does not have is missing in every row. */
final class FactRows implements RowMaker {

    /** What the database may hold beside the heap while it writes; keys that do not fit are compared on disk. */
    private static final long DATABASE_MEMORY = 384L << 20;

    private final Dataset dataset;
    private final Library library;
    private final CellRules rules;
    private final List<FieldReader> readers = new ArrayList<>();
    private final List<Function<Row, @Nullable Object>> columns = new ArrayList<>();
    private final Again again;
    private final MappedFields fields;
    private @Nullable FactWriter facts;
    private @Nullable Path file;

    /** Reads the file once more. */
    @FunctionalInterface
    interface Again {
        void each(FileReading.Taker taker) throws IOException, SourceProblem;
    }

    /** @param known those that the workspace knows */
    FactRows(MappedFields fields, Library library, Function<DatedValue.Subject, Set<String>> known, Again again) {
        this.library = library;
        this.again = again;
        this.fields = fields;
        rules = new CellRules(known);
        String code = String.valueOf(fields.of());
        dataset = library.dataset(code).orElseThrow(() -> fields.refused("of",
                Unknown.document(Message.of("dataset"), code,
                        library.datasets().stream().map(Dataset::code).toList())));
        FactRules.refuseUnknown(dataset, fields, library);
        Set<String> ids = ids(dataset);
        dataset.columns().forEach(column -> add(fields, column, ids.contains(column.name())));
    }

    /** The columns that name somebody or something: who is credited, the row itself, a row of another dataset. */
    private static Set<String> ids(Dataset dataset) {
        return Stream.of(Stream.of(dataset.key()), dataset.credits().stream().map(Dataset.Credit::column),
                dataset.joins().stream().map(Dataset.Join::column)).flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private void add(MappedFields fields, Dataset.Column column, boolean isId) {
        String name = column.name();
        boolean isRequired = name.equals(dataset.key()) || name.equals(dataset.date())
                || column.rules().contains(new ColumnRule.Required());
        boolean isDate = column.type().equals(Type.DATE);
        FieldReader reader = isRequired
                ? (isDate ? fields.requiredDate(name) : fields.required(name))
                : (isDate ? fields.optionalDate(name) : fields.optional(name));
        Cells.Reading<?> typed = switch (column.type().value()) {
            case NUMBER -> new NumberReading(column.digits(), column.scale(), reader::plain);
            case TEXT -> isId ? reader::id : Cells::text;
            case BOOLEAN -> Cells::truth;
            case DATE -> reader::date;
        };
        Cells.Reading<?> reading = new RememberedReading<>(rules.with(typed, column));
        readers.add(reader);
        columns.add(isRequired ? row -> reader.required(row, reading) : row -> reader.optional(row, reading));
    }

    @Override
    public void write(Row row, RowWriter writer) throws IOException {
        @Nullable Object[] values = values(row);
        if (!row.isBad()) {
            FactWriter open = facts == null ? begin(writer) : facts;
            open.appendLine(row.line(), values);
        }
    }

    /** What the row says for each column of the dataset; of no use where the row is bad then. */
    @Nullable
    Object[] values(Row row) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).apply(row);
        }
        return values;
    }

    private FactWriter begin(RowWriter writer) throws IOException {
        Path named = writer.newFactFile(dataset.code());
        FactWriter begun = FactWriter.to(named, dataset, Limits.standard().withMemory(DATABASE_MEMORY));
        file = named;
        facts = begun;
        return begun;
    }

    @Override
    public void compare(RowWriter writer) throws IOException, SourceProblem {
        if (facts == null) {
            return;
        }
        facts.endRows();
        List<Path> earlier = writer.earlierFactFiles(dataset.code());
        List<Path> others = writer.factFiles(dataset.code()).stream().filter(file -> !earlier.contains(file)).toList();
        List<FactRule> between = FactRules.of(dataset, readers, others, replaced(facts, earlier), library, writer);
        long refused = facts.takeOut(between.stream().map(FactRule::rule).toList());
        if (refused > 0) {
            FactRefusals refusals = new FactRefusals(facts, between, this::values);
            again.each(refusals);
            if (refusals.told() != refused) {
                throw new SourceProblem(1,
                        Message.of("The file was changed while it was read. Maybe bring it in again."));
            }
        }
    }

    /** Of the earlier files the new rows replace some rows. */
    private PartlyReplaced replaced(FactWriter written, List<Path> earlier) {
        return fields.replaces() instanceof Replaces.Periods by
                ? PartlyReplaced.byDays(earlier, periods(written.days(), by))
                : PartlyReplaced.byKey(earlier);
    }

    /** What was refused takes the place of nothing, so this is the last thing that is done. */
    private void replace(FactWriter written, ImportWriter writer) throws IOException {
        PartlyReplaced replaced = replaced(written, writer.earlierFactFiles(dataset.code()));
        for (Path before : replaced.files()) {
            Path to = writer.newFactFile(dataset.code());
            OptionalLong left = written.keepOthers(before, replaced, to);
            if (left.isPresent()) {
                writer.replaceFactFile(dataset.code(), before, left.getAsLong() > 0 ? to : null, left.getAsLong());
            }
        }
    }

    private List<DayRange> periods(List<LocalDate> days, Replaces.Periods replaces) {
        if (dataset.date() == null) {
            throw fields.refused("replaces", Message.of(
                    "The facts of the dataset {0} have no date, so they are of no period. Maybe replaces: keys.",
                    dataset.code()));
        }
        String code = String.valueOf(replaces.calendar());
        PayCalendar calendar = new PayCalendar(library.calendar(code).orElseThrow(() -> fields.refused("replaces",
                Unknown.document(Message.of("calendar"), code,
                        library.calendars().stream().map(Calendar::code).toList()))));
        Set<DayRange> periods = new LinkedHashSet<>();
        for (LocalDate day : days) {
            Period period = calendar.containing(day).orElseThrow(() -> fields.refused("replaces", Message.of(
                    "No period of the calendar {0} holds {1}. Maybe leave such rows out with where, or add periods "
                            + "to the calendar.",
                    code, day)));
            periods.add(new DayRange(period.start(), period.end()));
        }
        return List.copyOf(periods);
    }

    @Override
    public void finish(ImportWriter writer) throws IOException {
        if (facts != null) {
            replace(facts, writer);
        }
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
