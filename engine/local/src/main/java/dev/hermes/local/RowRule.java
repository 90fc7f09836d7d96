package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.nio.file.Path;
import java.util.List;

/** What a row of new facts must be beside other rows. Rows without a value in the column keep every such rule. */
public sealed interface RowRule {

    /** The column of the new facts that the rule is about. */
    String column();

    /** Files of the dataset of which the new facts replace some rows; the others count. */
    PartlyReplaced replaced();

    /** No earlier row of the new facts has the same value, nor any row of the current files. */
    record Unique(String column, List<Path> current, PartlyReplaced replaced) implements RowRule {

        public Unique {
            current = List.copyOf(current);
        }
    }

    /**
     * The value is the key of a row of a dataset. Where that is the dataset of the new facts, their own rows count too.
     */
    record Key(String column, Dataset dataset, List<Path> current, PartlyReplaced replaced) implements RowRule {

        public Key {
            current = List.copyOf(current);
        }
    }
}
