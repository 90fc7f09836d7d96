package dev.hermes.testkit.generate;

import dev.hermes.document.DocumentWriter;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Document;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.testkit.FactRows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A company, its documents, and everything that a calculation of a period reads.
 *
 * @param schemes
 *            the codes of the schemes that are calculated
 * @param asOf
 *            null: everything is known
 * @param rejected
 *            how many attempts before this one were not accepted by the compiler
 */
public record World(long seed, List<Document> documents, CompiledLibrary library, CalcPlan plan,
        List<String> schemes, String period, @Nullable LocalDate asOf, CalcInputs inputs, FactRows facts,
        int rejected) {

    public World {
        documents = List.copyOf(documents);
        schemes = List.copyOf(schemes);
    }

    /** Everything that one scheme needs to be calculated again by hand. */
    public String describe(String scheme) {
        Reached reached = Reached.of(documents, scheme);
        String inputText = "period " + period + " as of " + asOf + "\n" + lines("organisations", inputs.organisations())
                + lines("heads", inputs.leaders()) + lines("superiors", inputs.superiors())
                + lines("assignments", inputs.assignments())
                + lines("dated values", inputs.datedValues().stream().filter(row -> reached.names(row.code())).toList())
                + lines("period values",
                        inputs.periodValues().stream().filter(row -> reached.names(row.indicator())).toList())
                + lines("corrections",
                        inputs.corrections().stream().filter(row -> reached.names(row.indicator())).toList())
                + lines("adjustments",
                        inputs.adjustments().stream().filter(row -> row.scheme().equals(scheme)).toList())
                + inputs.balances() + "\n";
        String factText = facts.rows().entrySet().stream().filter(entry -> reached.names(entry.getKey()))
                .map(entry -> lines("facts of " + entry.getKey(), entry.getValue())).collect(Collectors.joining());
        return reached.documents().stream().filter(document -> !(document instanceof Scheme other)
                || other.code().equals(scheme)).map(DocumentWriter::toYaml).collect(Collectors.joining("---\n"))
                + "\n" + inputText + factText;
    }

    private static String lines(String title, List<?> rows) {
        return title + ":\n" + rows.stream().map(row -> "    " + row + "\n").collect(Collectors.joining());
    }
}
