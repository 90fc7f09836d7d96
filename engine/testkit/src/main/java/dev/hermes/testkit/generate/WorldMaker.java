package dev.hermes.testkit.generate;

import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Formula;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Population;
import dev.hermes.model.Scheme;
import dev.hermes.model.ValueType;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.plan.Planner;
import dev.hermes.testkit.FactRows;
import dev.hermes.testkit.SumQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Makes worlds: the same seed, the same world. Documents are shared by {@value #PER_LIBRARY} neighbouring seeds, since
 * to check their formulas takes longer than all the rest.
 */
public final class WorldMaker {

    /** So many worlds have the same documents. */
    public static final int PER_LIBRARY = 8;

    private WorldMaker() {}

    /** Documents that were accepted, and the time that they are about. */
    private record Blueprint(Span span, List<Document> documents, CompiledLibrary library, List<Dataset> datasets,
            List<Indicator> indicators, List<Scheme> schemes, Map<String, SumQuery> queries, int rejected) {

        World world(long seed) {
            Dice dice = new Dice(seed * 7919 + 17);
            CompanyMaker company = new CompanyMaker(dice, span);
            CalcInputs inputs = new InputsMaker(dice, span, company, indicators, schemes).make();
            LocalDate asOf = dice.chance(15) ? span.day(dice) : null;
            FactRows facts = new FactRows(new FactMaker(dice, span, company, !queries.isEmpty()).make(datasets),
                    queries);
            List<String> codes = schemes.stream().map(Scheme::code).toList();
            return new World(seed, documents, library, Planner.plan(library, codes, span.period().code(), asOf),
                    codes, span.period().code(), asOf, inputs, facts, rejected);
        }
    }

    /** The world of a seed. */
    public static World make(long seed) {
        return blueprint(seed / PER_LIBRARY).world(seed);
    }

    /** The worlds that share documents with the first one, whose seed is this many times {@link #PER_LIBRARY}. */
    public static List<World> group(long number) {
        Blueprint blueprint = blueprint(number);
        return LongStream.range(number * PER_LIBRARY, (number + 1) * PER_LIBRARY).mapToObj(blueprint::world).toList();
    }

    private static Blueprint blueprint(long seed) {
        for (int attempt = 0; attempt < 50; attempt++) {
            Optional<Blueprint> accepted = attempt(seed, attempt);
            if (accepted.isPresent()) {
                return accepted.get();
            }
        }
        throw new IllegalStateException("No documents of seed " + seed + " were accepted in 50 attempts.");
    }

    private static Optional<Blueprint> attempt(long seed, int attempt) {
        Dice dice = new Dice(seed * 1000003 + attempt);
        Span span = Span.of(dice);
        TableMaker tables = new TableMaker(dice, span);
        List<Words.Table> unscaled = dice.times(dice.between(0, 2), () -> tables.make(null));
        DatasetMaker facts = new DatasetMaker(dice, span);
        Words words = Words.none(true);
        words.tables().addAll(unscaled);
        List<DatedValue> datedNumbers = new ArrayList<>();
        for (DatedValue value : InputsMaker.DATED) {
            words.add(value.type().value(), value.code());
            if (value.type().value() == ValueType.NUMBER) {
                words.ofDays().add(value.code());
                datedNumbers.add(value);
            }
        }
        List<Document> documents = new ArrayList<>();
        if (dice.chance(50)) {
            documents.add(peers(dice));
            words.populations().add("peers");
        }
        IndicatorMaker indicators = new IndicatorMaker(dice, facts, tables, words, datedNumbers);
        PayMaker pay = new PayMaker(dice, span, new CompanyMaker(dice, span), facts, words, indicators.indicators);
        documents.add(span.calendar());
        documents.addAll(InputsMaker.DATED);
        documents.addAll(facts.datasets);
        documents.addAll(tables.tables);
        documents.addAll(indicators.indicators);
        documents.addAll(pay.documents);
        documents.addAll(pay.schemes);
        CompiledLibrary library = LibraryCompiler
                .compile(Library.of(documents.stream().map(LoadedDocument::of).toList()));
        List<Finding> findings = new ArrayList<>(library.findings());
        if (findings.isEmpty()) {
            try {
                Planner.plan(library, pay.schemes.stream().map(Scheme::code).toList(), span.period().code(), null);
            } catch (FindingsException refused) {
                findings.addAll(refused.findings());
            }
        }
        report(findings);
        return findings.isEmpty()
                ? Optional.of(new Blueprint(span, documents, library, facts.datasets, indicators.indicators,
                        pay.schemes, indicators.queries, attempt))
                : Optional.empty();
    }

    private static Population peers(Dice dice) {
        return new Population("peers", "peers", Population.Selection.NONE,
                dice.chance(50) ? new Formula(dice.one("senior", "salary > 10", "position == 'Rep'")) : null,
                new Population.Selection(List.of(), List.of(dice.pick(CompanyMaker.POSITIONS)), List.of(),
                        List.of()));
    }

    private static void report(List<Finding> findings) {
        if (Boolean.getBoolean("hermes.worlds.refusals") && !findings.isEmpty()) {
            System.getLogger(WorldMaker.class.getName()).log(System.Logger.Level.INFO,
                    () -> String.join("\n", findings.stream().map(Finding::text).toList()));
        }
    }
}
