package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files of which new rows replace some rows: those with the same keys, or those of some days. Immutable.
 *
 * @param days
 *            the days whose rows are replaced; null where it is the keys that count
 */
public record PartlyReplaced(List<Path> files, @Nullable List<DayRange> days) {

    /** No files. */
    public static final PartlyReplaced NONE = new PartlyReplaced(List.of(), null);

    public PartlyReplaced {
        files = List.copyOf(files);
        days = days == null ? null : List.copyOf(days);
    }

    public static PartlyReplaced byKey(List<Path> files) {
        return new PartlyReplaced(files, null);
    }

    public static PartlyReplaced byDays(List<Path> files, List<DayRange> days) {
        return new PartlyReplaced(files, days);
    }

    /**
     * What is true of the rows that stay, as SQL says it of the columns of a file.
     *
     * @param rows
     *            what stands in a FROM clause and has the new rows
     */
    String stays(Dataset dataset, String rows) {
        if (days == null) {
            String key = Sql.identifier(dataset.key());
            return key + " NOT IN (SELECT " + key + " FROM " + rows + ")";
        }
        if (days.isEmpty()) {
            return "TRUE";
        }
        String date = Sql.identifier(Objects.requireNonNull(dataset.date(), "Rows without a date are of no period."));
        return days.stream().map(
                range -> date + " >= " + Sql.date(range.from()) + " AND " + date + " < " + Sql.date(range.to()))
                .collect(Collectors.joining(" OR ", "(", ") IS NOT TRUE"));
    }
}
