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
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledScheme;
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
        monitor.progress("organisation", 0, 1);
        Roster roster = Roster.of(inputs, plan.from(), plan.period().end());
        DatedValues dated = new DatedValues(roster, inputs.datedValues());
        Surroundings surroundings = new Surroundings(plan, library.indicators(), roster, dated,
                new RateBook(plan.rateTables().values()), new Populations(), new Store());
        monitor.progress("organisation", 1, 1);
        try (Workers workers = new Workers(threads, monitor)) {
            OwnRows rows = new OwnRows(plan, inputs, roster, dated, facts);
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
}
