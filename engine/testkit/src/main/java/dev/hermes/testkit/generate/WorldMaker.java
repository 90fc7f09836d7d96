package dev.hermes.testkit.generate;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Formula;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Population;
import dev.hermes.model.Scheme;
import dev.hermes.model.ValueType;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.plan.Planner;
import dev.hermes.testkit.FactRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes worlds: the same seed, the same world. */
public final class WorldMaker {

    private WorldMaker() {}

    /** The world of a seed. */
    public static World make(long seed) {
        for (int attempt = 0; attempt < 50; attempt++) {
            Optional<World> world = attempt(seed, attempt);
            if (world.isPresent()) {
                return world.get();
            }
        }
        throw new IllegalStateException("No world of seed " + seed + " was accepted in 50 attempts.");
    }

    private static Optional<World> attempt(long seed, int attempt) {
        Dice dice = new Dice(seed * 1000003 + attempt);
        Span span = Span.of(dice);
        CompanyMaker company = new CompanyMaker(dice, span);
        TableMaker tables = new TableMaker(dice, span);
        List<Words.Table> unscaled = dice.times(dice.between(0, 2), () -> tables.make(null));
        DatasetMaker facts = new DatasetMaker(dice, span, company);
        Words words = Words.none(true);
        words.tables().addAll(unscaled);
        for (DatedValue value : InputsMaker.DATED) {
            words.add(value.type().value(), value.code());
            if (value.type().value() == ValueType.NUMBER) {
                words.ofDays().add(value.code());
            }
        }
        List<Document> documents = new ArrayList<>();
        if (dice.chance(50)) {
            documents.add(new Population("peers", "peers", Population.Selection.NONE,
                    dice.chance(50) ? new Formula(dice.one("senior", "salary > 10", "position == 'Rep'")) : null,
                    new Population.Selection(List.of(), List.of(dice.pick(CompanyMaker.POSITIONS)), List.of(),
                            List.of())));
            words.populations().add("peers");
        }
        List<DatedValue> datedNumbers = InputsMaker.DATED.stream()
                .filter(value -> value.type().value() == ValueType.NUMBER).toList();
        IndicatorMaker indicators = new IndicatorMaker(dice, facts, tables, words, datedNumbers);
        PayMaker pay = new PayMaker(dice, span, company, facts, words, indicators.indicators);
        documents.add(span.calendar());
        documents.addAll(InputsMaker.DATED);
        documents.addAll(facts.datasets);
        documents.addAll(tables.tables);
        documents.addAll(indicators.indicators);
        documents.addAll(pay.documents);
        documents.addAll(pay.schemes);
        InputsMaker inputs = new InputsMaker(dice, span, company, indicators.indicators, pay.schemes);
        LocalDate asOf = dice.chance(15) ? span.day(dice) : null;
        CompiledLibrary library = LibraryCompiler
                .compile(Library.of(documents.stream().map(LoadedDocument::of).toList()));
        if (library.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            report(library.findings());
            return Optional.empty();
        }
        List<String> schemes = pay.schemes.stream().map(Scheme::code).toList();
        CalcPlan plan;
        try {
            plan = Planner.plan(library, schemes, span.period().code(), asOf);
        } catch (FindingsException refused) {
            report(refused.findings());
            return Optional.empty();
        }
        return Optional.of(new World(seed, documents, library, plan, schemes, span.period().code(), asOf,
                inputs.make(), new FactRows(facts.rows, indicators.queries), attempt));
    }

    private static void report(List<Finding> findings) {
        if (Boolean.getBoolean("hermes.worlds.refusals")) {
            System.getLogger(WorldMaker.class.getName()).log(System.Logger.Level.INFO,
                    () -> String.join("\n", findings.stream().map(Finding::text).toList()));
        }
    }
}
