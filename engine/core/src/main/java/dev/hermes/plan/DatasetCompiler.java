package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.facts.ColumnName;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves joins and credits of datasets and checks their formulas. */
final class DatasetCompiler {

    private final Library library;
    private final FormulaCompiler formulas;

    DatasetCompiler(Library library, FormulaCompiler formulas) {
        this.library = library;
        this.formulas = formulas;
    }

    CompiledDataset compile(Dataset dataset) {
        Map<String, Dataset> joined = new LinkedHashMap<>();
        for (Dataset.Join join : dataset.joins()) {
            Optional<Dataset> other = library.dataset(join.dataset());
            if (other.isEmpty()) {
                formulas.error(dataset, "joins." + join.alias(), LibraryCompiler.unknown("dataset", join.dataset(),
                        library.datasets().stream().map(Dataset::code).toList()));
            } else {
                joined.put(join.alias(), other.get());
                column(dataset, Map.of(), join.column(), "joins." + join.alias());
            }
        }
        dataset.columns().forEach(column -> refuseUnknown(dataset, column));
        NameSpace names = NameSpace.ofFacts(dataset, joined);
        Map<String, CompiledFormula> measures = new LinkedHashMap<>();
        for (Dataset.Measure measure : dataset.measures()) {
            CompiledFormula formula = formulas.compile(dataset, "measures." + measure.name() + ".formula",
                    measure.formula(), names, Type.number(measure.unit()));
            if (formula != null) {
                measures.put(measure.name(), formula);
            }
        }
        if (dataset.date() != null) {
            date(dataset, joined, dataset.date(), "date");
        }
        if (dataset.recorded() != null) {
            date(dataset, Map.of(), dataset.recorded(), "recorded");
        }
        return new CompiledDataset(dataset, joined, credits(dataset, joined, names), measures);
    }

    /** A column may refer to a dataset, which must be there. */
    private void refuseUnknown(Dataset dataset, Dataset.Column column) {
        for (ColumnRule rule : column.rules()) {
            if (rule instanceof ColumnRule.KeyOf key && library.dataset(key.dataset()).isEmpty()) {
                formulas.error(dataset, "columns." + column.name() + ".refersTo", LibraryCompiler.unknown("dataset",
                        key.dataset(), library.datasets().stream().map(Dataset::code).toList()));
            }
        }
    }

    private List<CompiledDataset.CompiledCredit> credits(Dataset dataset, Map<String, Dataset> joined,
            NameSpace names) {
        List<CompiledDataset.CompiledCredit> credits = new ArrayList<>();
        for (Dataset.Credit credit : dataset.credits()) {
            column(dataset, joined, credit.column(), "credit");
            if (credit.subject() != dataset.credits().getFirst().subject()) {
                formulas.error(dataset, "credit", Message
                        .of("All receivers of a split credit must be of one kind: either assignments, or persons, or "
                                + "organisations."));
            }
            credits.add(new CompiledDataset.CompiledCredit(credit.subject(), ColumnName.parse(credit.column()),
                    formulas.compile(dataset, "credit", credit.share(), names, Type.number(Unit.RATIO))));
        }
        return credits;
    }

    /** A column of a dataset or of one that is joined; null, and a finding, where there is none. */
    Dataset.@Nullable Column column(Dataset dataset, Map<String, Dataset> joined, String name, String path) {
        return column(formulas, dataset, dataset, joined, name, path);
    }

    private void date(Dataset dataset, Map<String, Dataset> joined, String name, String path) {
        Dataset.Column column = column(dataset, joined, name, path);
        if (column != null && !column.type().equals(Type.DATE)) {
            formulas.error(dataset, path,
                    Message.of("The column '{0}' is a {1}, not a date.", name, column.type().said()));
        }
    }

    /** A column that a document names; null, and a finding on that document, where there is none. */
    static Dataset.@Nullable Column column(FormulaCompiler formulas, Document document,
            Dataset dataset, Map<String, Dataset> joined, String name, String path) {
        ColumnName wanted = ColumnName.parse(name);
        Dataset of = wanted.alias().isEmpty() ? dataset : joined.get(wanted.alias());
        if (of == null) {
            formulas.error(document, path, LibraryCompiler.unknown("join", wanted.alias(), joined.keySet()));
            return null;
        }
        for (Dataset.Column column : of.columns()) {
            if (column.name().equals(wanted.column())) {
                return column;
            }
        }
        formulas.error(document, path, LibraryCompiler.unknown("column of dataset " + of.code(), wanted.column(),
                of.columns().stream().map(Dataset.Column::name).toList()));
        return null;
    }
}
