package dev.hermes.plan;

import dev.hermes.facts.ColumnName;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dataset with its joins resolved and its formulas checked.
 *
 * @param joined
 *            the joined datasets by alias
 * @param measures
 *            the computed measures by name
 */
public record CompiledDataset(Dataset document, Map<String, Dataset> joined, List<CompiledCredit> credits,
        Map<String, CompiledFormula> measures) {

    public CompiledDataset {
        joined = Map.copyOf(joined);
        credits = List.copyOf(credits);
        measures = Map.copyOf(measures);
    }

    /**
     * One receiver of a row's credit.
     *
     * @param share
     *            null: all of it
     */
    public record CompiledCredit(DatedValue.Subject subject, ColumnName column, @Nullable CompiledFormula share) {}

    /** Whether rows are credited to organisations. */
    public boolean isCreditedToOrganisations() {
        return credits.stream().anyMatch(credit -> credit.subject() == DatedValue.Subject.ORGANISATION);
    }
}
