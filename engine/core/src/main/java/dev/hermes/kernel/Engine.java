package dev.hermes.kernel;

import dev.hermes.facts.FactSource;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.kernel.internal.explanation.Evidence;
import dev.hermes.kernel.internal.indicators.DatedValues;
import dev.hermes.kernel.internal.indicators.Indicators;
import dev.hermes.kernel.internal.indicators.OwnRows;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import dev.hermes.kernel.internal.indicators.Populations;
import dev.hermes.kernel.internal.indicators.Store;
import dev.hermes.kernel.internal.indicators.Surroundings;
import dev.hermes.kernel.internal.indicators.Workers;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.IndicatorPlan;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calculates plans. A run is a pure function of the plan, the inputs and the facts: it gives the same result on any
 * number of threads. Thread-safe.
 */
public final class Engine {

    private final int threads;

    /** An engine that works on so many threads. */
    public Engine(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The threads (" + threads + ") must be at least 1.");
        }
        this.threads = threads;
    }

    /**
     * Calculates a plan.
     *
     * @throws dev.hermes.model.FindingsException
     *             where the organisation contradicts itself, or facts cannot be read
     * @throws java.util.concurrent.CancellationException
     *             where the monitor cancelled the run
     */
    public CalcResult calculate(CompiledLibrary library, CalcPlan plan, CalcInputs inputs, FactSource facts,
            RunMonitor monitor) {
        return run(library, plan, inputs, facts, monitor).result();
    }

    /** Calculates a plan and keeps what is needed to explain it. */
    public Calculation run(CompiledLibrary library, CalcPlan plan, CalcInputs inputs, FactSource facts,
            RunMonitor monitor) {
        Surroundings surroundings = surroundings(library, plan, inputs, monitor);
        Roster roster = surroundings.roster();
        try (Workers workers = new Workers(threads, monitor)) {
            OwnRows rows = new OwnRows(plan, inputs, roster, surroundings.dated(), facts);
            Indicators indicators = new Indicators(surroundings, rows, facts, workers, monitor);
            indicators.compute();
            EachFact eachFact = new EachFact(facts);
            List<SchemeResult> results = new ArrayList<>();
            Map<String, SchemeCalculation> calculations = new LinkedHashMap<>();
            for (CompiledScheme scheme : plan.schemes()) {
                monitor.checkCancelled();
                String code = scheme.document().code();
                int index = plan.calendar().index(scheme.document().from(), plan.period());
                Bindings bindings = plan.bindings().getOrDefault(code,
                        new Bindings(Window.CURRENT, Map.of(), Map.of()));
                SchemeCalculation calculation = new SchemeCalculation(scheme,
                        new PeriodFrame(surroundings, bindings, index), inputs, eachFact, index, workers,
                        monitor);
                calculations.put(code, calculation);
                results.add(calculation.calculate());
            }
            CalcResult result = new CalcResult(plan, results, indicators.credits(), roster.warnings(),
                    facts.version());
            return new Calculation(result, new Evidence(surroundings, rows, facts), calculations);
        }
    }

    /**
     * Calculates indicators without paying anybody. An indicator whose query is refused has no values, nor have those
     * that need it; the others have.
     *
     * @throws dev.hermes.model.FindingsException
     *             where the organisation contradicts itself, or facts cannot be read
     * @throws java.util.concurrent.CancellationException
     *             where the monitor cancelled the run
     */
    public IndicatorValues values(CompiledLibrary library, IndicatorPlan plan, CalcInputs inputs, FactSource facts,
            RunMonitor monitor) {
        Surroundings surroundings = surroundings(library, plan.plan(), inputs, monitor);
        LenientQueries queries = new LenientQueries(facts);
        try (Workers workers = new Workers(threads, monitor)) {
            OwnRows rows = new OwnRows(plan.plan(), inputs, surroundings.roster(), surroundings.dated(), queries);
            new Indicators(surroundings, rows, queries, workers, monitor).compute();
        }
        return new IndicatorValues(plan.without(refused(library, plan, queries)),
                new PeriodFrame(surroundings, plan.bindings()));
    }

    /** The indicators that cannot be known since a query was refused, with what is wrong with it. */
    private static Map<String, List<Finding>> refused(CompiledLibrary library, IndicatorPlan plan,
            LenientQueries queries) {
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        for (PlanNode node : plan.plan().nodes()) {
            if (node instanceof PlanNode.OwnRows own && own.source() instanceof CompiledSource.Query query
                    && queries.refused().containsKey(query.sql())) {
                Indicator document = own.indicator().document();
                String path = own.id().series() == Series.ACTUAL ? "query" : own.id().series().word() + ".query";
                List<Finding> findings = queries.refused().getOrDefault(query.sql(), List.of()).stream()
                        .map(finding -> new Finding(finding.severity(), "indicator " + document.code(), path,
                                library.library().location(document, path), finding.message()))
                        .toList();
                plan.reaching(List.of(own.id())).forEach(code -> found.putIfAbsent(code, findings));
            }
        }
        return found;
    }

    private static Surroundings surroundings(CompiledLibrary library, CalcPlan plan, CalcInputs inputs,
            RunMonitor monitor) {
        monitor.progress("organisation", 0, 1);
        Roster roster = Roster.of(inputs, plan.from(), plan.period().end());
        Surroundings surroundings = new Surroundings(plan, library.indicators(), roster,
                new DatedValues(roster, inputs.datedValues()), new RateBook(plan.rateTables().values()),
                new Populations(), new Store());
        monitor.progress("organisation", 1, 1);
        return surroundings;
    }
}
