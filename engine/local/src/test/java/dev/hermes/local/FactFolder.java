package dev.hermes.local;

import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactView;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Type;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes small datasets into a folder of real files, and asks about them. */
final class FactFolder {

    static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    private final Path folder;

    FactFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    static Dataset.Column text(String name) {
        return new Dataset.Column(name, Type.TEXT, 0, 0);
    }

    static Dataset.Column bool(String name) {
        return new Dataset.Column(name, Type.BOOLEAN, 0, 0);
    }

    static Dataset.Column date(String name) {
        return new Dataset.Column(name, Type.DATE, 0, 0);
    }

    static Dataset.Column number(String name, int digits, int scale) {
        return new Dataset.Column(name, Type.NUMBER, digits, scale);
    }

    /** A dataset whose key is {@code id} and whose date is {@code day}, credited to assignments by {@code seller}. */
    static Dataset dataset(String code, Dataset.Column... further) {
        Dataset.Column[] columns = Arrays.copyOf(new Dataset.Column[] {text("id"), text("seller"), date("day")},
                3 + further.length);
        System.arraycopy(further, 0, columns, 3, further.length);
        return new Dataset(code, code, List.of(columns), "id", "day", null,
                List.of(new Dataset.Credit(DatedValue.Subject.ASSIGNMENT, "seller", null)), List.of(), List.of());
    }

    static Dataset joining(Dataset dataset, Dataset.Join... joins) {
        return new Dataset(dataset.code(), dataset.name(), dataset.columns(), dataset.key(), dataset.date(),
                dataset.recorded(), dataset.credits(), List.of(joins), dataset.measures());
    }

    static Dataset recordedOn(Dataset dataset, String column) {
        return new Dataset(dataset.code(), dataset.name(), dataset.columns(), dataset.key(), dataset.date(), column,
                dataset.credits(), dataset.joins(), dataset.measures());
    }

    /** Writes one more file with these rows. */
    Path write(Dataset dataset, @Nullable Object[]... rows) {
        try (FactWriter writer = FactWriter.create(folder, dataset)) {
            for (@Nullable Object[] row : rows) {
                writer.append(row);
            }
            writer.finish();
            return writer.publish();
        }
    }

    DuckFacts open(Dataset... datasets) {
        return DuckFacts.open(folder, List.of(datasets), Limits.standard().withThreads(2));
    }

    /** A row's values. */
    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }

    /** January 2026 of a dataset, by seller. */
    static FactView january(Dataset dataset, Dataset... joined) {
        return view(dataset, null, joined);
    }

    static FactView view(Dataset dataset, @Nullable LocalDate asOf, Dataset... joined) {
        Map<String, Dataset> byAlias = dataset.joins().stream().collect(Collectors.toMap(
                Dataset.Join::alias,
                join -> Arrays.stream(joined).filter(other -> other.code().equals(join.dataset())).findFirst()
                        .orElseThrow()));
        return new FactView(dataset, byAlias, new ColumnName("", "seller"), new ColumnName("", "day"), JANUARY,
                FEBRUARY, asOf);
    }

    FactGroups aggregate(FactView view, FactPass.Aggregate... aggregates) {
        return aggregate(new FactPass(view, List.of(), List.of(aggregates)));
    }

    FactGroups aggregate(FactPass pass) {
        try (DuckFacts facts = open(pass.view().dataset())) {
            return facts.aggregate(pass);
        }
    }

    /** The place of a group. */
    static int group(FactGroups groups, @Nullable String subject) {
        int place = Arrays.asList(groups.subjects()).indexOf(subject);
        if (place < 0) {
            throw new AssertionError("no group of " + subject);
        }
        return place;
    }
}
