package dev.hermes.testkit;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Dates;
import dev.hermes.model.Indicator;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.IndicatorPlanner;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.plan.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** January 2026 of three sellers and their lead, by the documents of {@code small-team.yaml}. */
final class SmallTeam {

    private final List<Map<String, Object>> orders = new ArrayList<>();
    private final List<PeriodValueRow> targets = new ArrayList<>();

    /** Adds an order of January. */
    SmallTeam order(String id, int day, String seller, String amount) {
        orders.add(Map.of("id", id, "day", LocalDate.of(2026, 1, day), "seller", seller, "amount",
                new BigDecimal(amount)));
        return this;
    }

    SmallTeam target(String seller, String amount) {
        targets.add(new PeriodValueRow("sales", Series.TARGET, seller, "2026-01", Decimal.parse(amount)));
        return this;
    }

    FactSource facts() {
        return new MemoryFacts(new FactRows(Map.of("orders", orders), Map.of()));
    }

    Calculation calculate() {
        return calculate(facts(), RunMonitor.NONE);
    }

    Calculation calculate(FactSource facts, RunMonitor monitor) {
        CompiledLibrary library = library();
        return new Engine(2).run(library, Planner.plan(library, List.of("monthly", "lead"), "2026-01", null),
                inputs(), facts, monitor);
    }

    /** The values of all indicators, with these documents added to those of the team. */
    IndicatorValues values(String more) {
        CompiledLibrary library = library(more);
        List<String> indicators = library.library().indicators().stream().map(Indicator::code).toList();
        return new Engine(2).values(library, IndicatorPlanner.plan(library, indicators, "months", "2026-01", null),
                inputs(), facts(), RunMonitor.NONE);
    }

    static CompiledLibrary library() {
        return library("");
    }

    static CompiledLibrary library(String more) {
        try (InputStream yaml = Objects.requireNonNull(SmallTeam.class.getResourceAsStream("small-team.yaml"))) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8) + more;
            return LibraryCompiler.compile(Library.of(DocumentReader.read("small-team.yaml", text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CalcInputs inputs() {
        return new CalcInputs(
                List.of(new OrganisationRow("team", "The team", "team", null, Dates.BEGINNING, Dates.OPEN)),
                List.of(new LeaderRow("team", "anna", Dates.BEGINNING, Dates.OPEN)), List.of(),
                List.of(new PersonRow("sam", "Sam Sample")),
                List.of(assignment("sam", "Seller"), assignment("tom", "Seller"), assignment("zoe", "Seller"),
                        assignment("anna", "Lead")),
                List.of(), targets, List.of(), List.of(), CalcInputs.Balances.NONE);
    }

    private static AssignmentRow assignment(String person, String position) {
        return new AssignmentRow(new AssignmentKey(person, position, "team"), Dates.BEGINNING, Dates.OPEN);
    }
}
