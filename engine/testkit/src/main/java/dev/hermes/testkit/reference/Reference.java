package dev.hermes.testkit.reference;

import dev.hermes.model.CalcInputs;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.testkit.FactRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reference calculation of a period. Not thread-safe. */
public final class Reference {

    private final CompiledLibrary library;
    private final List<CompiledScheme> schemes;
    private final CalcInputs inputs;
    private final Credits credits;
    private final IndicatorValues indicators;

    /**
     * A calculation of schemes, which are all of one calendar and compiled, for a period of it.
     *
     * @param asOf
     *            what became known after this day is not read; null: everything is
     */
    public Reference(CompiledLibrary library, List<String> schemes, String period, @Nullable LocalDate asOf,
            CalcInputs inputs, FactRows facts) {
        this.library = library;
        this.inputs = inputs;
        this.schemes = schemes.stream().map(code -> Objects.requireNonNull(library.schemes().get(code))).toList();
        Period found = this.schemes.getFirst().calendar().find(period).orElseThrow();
        Windows windows = new Windows(this.schemes.getFirst().calendar(), found);
        Company company = new Company(inputs);
        DatedReadings dated = new DatedReadings(company, inputs.datedValues());
        credits = new Credits(library, company, facts, asOf);
        indicators = new IndicatorValues(library, company, dated,
                new OwnSeriesReader(inputs, company, dated, credits, facts, windows), windows);
    }

    /** What each scheme pays. */
    public SequencedMap<String, ReferenceResult> calculate() {
        SequencedMap<String, ReferenceResult> results = new LinkedHashMap<>();
        for (CompiledScheme scheme : schemes) {
            results.put(scheme.document().code(), new SchemePay(scheme, indicators, credits, inputs).pay());
        }
        return results;
    }

    /** The value of a series for everybody, to see where a difference comes from. */
    public Map<String, Figure> values(String indicator, Series series, Window window) {
        Map<String, Figure> values = new TreeMap<>();
        for (Row row : indicators.company().assignments()) {
            values.put(row.text(), indicators.value(row, new IndicatorValues.Input(indicator, series, window), null));
        }
        for (Row row : indicators.company().persons()) {
            values.put(row.text(), indicators.value(row, new IndicatorValues.Input(indicator, series, window), null));
        }
        return values;
    }

    CompiledLibrary library() {
        return library;
    }
}
