package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.local.PartlyReplaced;
import dev.hermes.local.RowRule;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.workspace.RowWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What facts must be beside other facts: the key of the dataset, and the rules of its columns. */
final class FactRules {

    private FactRules() {}

    /** Reports the datasets that columns refer to and that are not there. */
    static void refuseUnknown(Dataset dataset, MappedFields fields, Library library) {
        for (Dataset.Column column : dataset.columns()) {
            for (ColumnRule rule : column.rules()) {
                if (rule instanceof ColumnRule.KeyOf key && library.dataset(key.dataset()).isEmpty()) {
                    fields.refuse("of", "The column " + column.name() + " of the dataset " + dataset.code()
                            + " refers to another one. " + Unknown.document("dataset", key.dataset(),
                                    library.datasets().stream().map(Dataset::code).toList()));
                }
            }
        }
    }

    /**
     * The rules of a dataset.
     *
     * @param readers
     *            the field of each column, in the order of the dataset
     * @param current
     *            its files that count beside the new facts
     * @param replaced
     *            those of which the new facts replace some rows
     */
    static List<FactRule> of(Dataset dataset, List<FieldReader> readers, List<Path> current,
            PartlyReplaced replaced, Library library, RowWriter writer) {
        List<String> mappings = writer.factMappings(dataset.code());
        List<FactRule> rules = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            Dataset.Column column = dataset.columns().get(i);
            String name = column.name();
            if (name.equals(dataset.key())) {
                rules.add(new FactRule(new RowRule.Unique(name, current, replaced), i, readers.get(i),
                        (key, line) -> repeatedKey(key, line, mappings)));
            }
            for (ColumnRule rule : column.rules()) {
                if (rule instanceof ColumnRule.Unique && !name.equals(dataset.key())) {
                    rules.add(new FactRule(new RowRule.Unique(name, current, replaced), i, readers.get(i),
                            (value, line) -> repeated(name, value, line)));
                } else if (rule instanceof ColumnRule.KeyOf key) {
                    Optional<Dataset> other = library.dataset(key.dataset());
                    RowRule known = key.dataset().equals(dataset.code())
                            ? new RowRule.Key(name, other.orElseThrow(), current, replaced)
                            : new RowRule.Key(name, other.orElseThrow(), writer.factFiles(key.dataset()),
                                    PartlyReplaced.NONE);
                    rules.add(new FactRule(known, i, readers.get(i), (value, _) -> unknown(name, value, key)));
                }
            }
        }
        return rules;
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

    private static String repeated(String column, String value, long line) {
        return Quote.of(value) + " is " + (line > 0 ? "in line " + line : "there") + " already, and the column "
                + column
                + " is unique. Maybe a row is there twice.";
    }

    private static String unknown(String column, String value, ColumnRule.KeyOf rule) {
        return Quote.of(value) + " is no key of the dataset " + rule.dataset() + ", and the column " + column
                + " refers to one (refersTo). Maybe bring in " + rule.dataset() + " first.";
    }
}
