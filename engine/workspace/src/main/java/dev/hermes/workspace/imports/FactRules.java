package dev.hermes.workspace.imports;

import dev.hermes.document.Library;
import dev.hermes.local.PartlyReplaced;
import dev.hermes.local.RowRule;
import dev.hermes.model.Advice;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Message;
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
                    fields.refuse("of",
                            Message.of("The column {0} of the dataset {1} refers to another one. {2}", column.name(),
                                    dataset.code(), Unknown.document(Message.of("dataset"), key.dataset(),
                                            library.datasets().stream().map(Dataset::code).toList())));
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

    private static Message repeatedKey(String name, long line, List<String> mappings) {
        String key = Quote.of(name);
        if (line > 0) {
            return Advice.of(Message.of("The key {0} is in line {1} already", key, line(line)),
                    Message.of("Maybe a row is there twice, or another column is the key."));
        }
        return Advice.of(mappings.size() == 1
                ? Message.of("The key {0} is there already: the mapping {1} has brought it in", key,
                        mappings.getFirst())
                : Message.of("The key {0} is there already: one of the mappings {1} has brought it in", key,
                        String.join(", ", mappings)),
                Message.of("Maybe the same rows are in two files."));
    }

    private static Message repeated(String column, String value, long line) {
        return Advice.of(line > 0
                ? Message.of("{0} is in line {1} already, and the column {2} is unique", Quote.of(value), line(line),
                        column)
                : Message.of("{0} is there already, and the column {1} is unique", Quote.of(value), column),
                Message.of("Maybe a row is there twice."));
    }

    private static Message line(long line) {
        return Message.verbatim(Long.toString(line));
    }

    private static Message unknown(String column, String value, ColumnRule.KeyOf rule) {
        return Advice.of(
                Message.of("{0} is no key of the dataset {1}, and the column {2} refers to one (refersTo)",
                        Quote.of(value), rule.dataset(), column),
                Message.of("Maybe bring in {0} first.", rule.dataset()));
    }
}
