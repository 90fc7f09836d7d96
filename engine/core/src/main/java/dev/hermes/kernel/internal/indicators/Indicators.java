package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.facts.FactSource;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.Period;
import dev.hermes.model.Treatment;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledPopulation;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Computes the columns of a plan: facts first, then every node as soon as what it reads is there, side by side. */
public final class Indicators {

    private final Surroundings surroundings;
    private final OwnRows rows;
    private final OwnFacts ownFacts;
    private final Workers workers;
    private final RunMonitor monitor;

    public Indicators(Surroundings surroundings, OwnRows rows, FactSource facts, Workers workers, RunMonitor monitor) {
        this.surroundings = surroundings;
        this.rows = rows;
        this.workers = workers;
        this.monitor = monitor;
        ownFacts = new OwnFacts(surroundings, facts, rows);
    }

    /** How many facts were credited. */
    public List<CalcResult.Credit> credits() {
        return ownFacts.credits();
    }

    public void compute() {
        List<PlanNode.OwnFacts> facts = new ArrayList<>();
        List<PlanNode> others = new ArrayList<>();
        for (PlanNode node : surroundings.plan().nodes()) {
            if (node instanceof PlanNode.OwnFacts own) {
                facts.add(own);
            } else {
                others.add(node);
            }
        }
        monitor.progress("facts", 0, facts.size());
        ownFacts.read(facts, workers);
        monitor.progress("facts", facts.size(), facts.size());
        AtomicLong done = new AtomicLong();
        Set<NodeId> computed = new HashSet<>();
        facts.forEach(node -> computed.add(node.id()));
        List<PlanNode> waiting = others;
        while (!waiting.isEmpty()) {
            List<PlanNode> ready = waiting.stream().filter(node -> computed.containsAll(node.inputs())).toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("The plan's nodes wait for each other: " + waiting);
            }
            workers.run(ready.stream().map(node -> (Runnable) () -> {
                compute(node);
                monitor.progress("indicators", done.incrementAndGet(), others.size());
            }).toList());
            for (PlanNode node : ready) {
                computed.add(node.id());
                if (node instanceof PlanNode.RollUp rollUp) {
                    computed.addAll(rollUp.outputs());
                }
            }
            Set<PlanNode> left = new LinkedHashSet<>(waiting);
            ready.forEach(left::remove);
            waiting = List.copyOf(left);
        }
    }

    private Roster roster() {
        return surroundings.roster();
    }

    private Store store() {
        return surroundings.store();
    }

    private void compute(PlanNode node) {
        switch (node) {
            case PlanNode.OwnFacts facts -> throw new IllegalArgumentException("Facts are read in passes: " + facts);
            case PlanNode.OwnRows own -> store().put(own.id(), rows.read(own), rows.furtherOfPerson());
            case PlanNode.OwnValues own -> store().put(own.id(), ownValues(own));
            case PlanNode.Value value -> store().put(value.id(), store().stretches(value.own()).own(roster(),
                    value.indicator().document().historyOfPerson()
                            && value.id().window() != Window.CURRENT,
                    store().furtherOfPerson(value.own())));
            case PlanNode.RolledValue value -> store().put(value.id(),
                    corrected(value.id(), named(value.id(), store().number(value.rolled()))));
            case PlanNode.Formula formula -> store().put(formula.id(), formula(formula));
            case PlanNode.DayFormula formula -> store().put(formula.id(),
                    new DayFormulas(frame(formula.bindings()), formula.formula().scales())
                            .everyDay(formula.formula().expression(), label(formula.id())));
            case PlanNode.RollUp rollUp -> rollUp(rollUp);
            case PlanNode.DayRollUp rollUp -> store().put(rollUp.id(),
                    new DayRollUps(roster(), rollUp, store().days(rollUp.day()),
                            members(rollUp.owner().members(), rollUp.members()))
                            .compute(Days.of(surroundings.plan().from(rollUp.id().window())),
                                    Days.of(surroundings.plan().to(rollUp.id().window()))));
            case PlanNode.Relative relative -> store().put(relative.id(), relative(relative));
        }
    }

    private PeriodFrame frame(Bindings bindings) {
        return new PeriodFrame(surroundings, bindings);
    }

    private NumberColumn formula(PlanNode.Formula node) {
        CompiledFormula formula = node.formula();
        NumberColumn result = new NumberColumn(roster().rowCount());
        PeriodFrame frame = frame(node.bindings());
        workers.forRanges(roster().rowCount(), (from, to) -> {
            NumberColumn values = new Evaluator(frame, formula.scales(), null).number(formula.expression(),
                    Positions.range(from, to));
            for (int i = 0; i < values.size(); i++) {
                result.copy(from + i, values, i);
            }
        });
        return corrected(node.id(), named(node.id(), result));
    }

    private static String label(NodeId id) {
        return Labels.of(id.code(), id.series(), id.window());
    }

    /** The same column, its failures saying which figure they are of. */
    private static NumberColumn named(NodeId id, NumberColumn column) {
        String name = label(id);
        NumberColumn result = (NumberColumn) column.gather(Positions.all(column.size()));
        for (int i = 0; i < result.size() && !result.allPresent(); i++) {
            Failure failure = result.failure(i);
            if (failure != null) {
                result.setFailure(i, failure.within(name));
            }
        }
        return result;
    }

    /** Puts approved corrections in place of what payees read. */
    private NumberColumn corrected(NodeId id, NumberColumn column) {
        List<Period> periods = surroundings.plan().periods(id.window());
        if (id.level() == NodeId.Level.VALUE && id.group().isEmpty() && periods.size() == 1) {
            rows.corrections().read(id.code(), id.series(), periods.getFirst()).forEach((row, correction) -> {
                column.setPresent(row);
                column.set(row, correction.value());
            });
        }
        return column;
    }

    private StretchColumn ownValues(PlanNode.OwnValues node) {
        NumberColumn values = store().number(node.values());
        String name = label(node.id());
        StretchColumn column = new StretchColumn(name, Aggregation.SUM, Treatment.MISSING,
                roster().stretchCount());
        int from = Days.of(surroundings.plan().from(node.id().window()));
        int to = Days.of(surroundings.plan().to(node.id().window()));
        for (int row = 0; row < roster().assignmentCount(); row++) {
            int day = roster().lastHeldDay(row, from, to);
            if (day == Roster.NEVER) {
                continue;
            }
            int stretch = roster().stretchAt(row, day);
            column.setCounts(stretch);
            Failure failure = values.failure(row);
            if (failure != null) {
                // Whoever reads the column says again whose value it is.
                column.setFailure(stretch, new Failure(failure.code(), failure.message(),
                        failure.path().subList(1, failure.path().size())), day, "");
            } else if (values.isPresent(row)) {
                column.setValue(stretch, values.high(row), values.low(row), 1);
            }
        }
        return column;
    }

    private @Nullable BooleanColumn members(@Nullable CompiledFormula condition, @Nullable Bindings bindings) {
        return condition == null || bindings == null
                ? null
                : new Evaluator(frame(bindings), condition.scales(), null)
                        .condition(condition.expression(), Positions.all(roster().assignmentCount()));
    }

    private void rollUp(PlanNode.RollUp node) {
        List<StretchColumn> series = node.own().stream().map(store()::stretches).toList();
        List<NumberColumn> rolled = new RollUps(roster(), node, series,
                members(node.owner().members(), node.members())).compute();
        for (int k = 0; k < rolled.size(); k++) {
            store().put(node.outputs().get(k), rolled.get(k));
        }
    }

    private NumberColumn relative(PlanNode.Relative node) {
        PeriodFrame frame = new PeriodFrame(surroundings, node.bindings());
        CompiledPopulation population = node.population();
        Populations.Members assignments = population == null
                ? new Populations.Members(Positions.where(roster().assignmentCount(),
                        row -> roster().lastHeldDay(row, frame.from(), frame.to()) != Roster.NEVER), Map.of())
                : surroundings.populations().of(population, frame);
        Populations.Members persons = assignments.ofPersons(roster());
        NumberColumn ofAssignments = relative(node, assignments, frame);
        NumberColumn ofPersons = relative(node, persons, frame);
        for (int person : persons.rows()) {
            ofAssignments.copy(person, ofPersons, person);
        }
        return ofAssignments;
    }

    /** Whoever may or may not belong to the population, fails the group. */
    private NumberColumn relative(PlanNode.Relative node, Populations.Members members, PeriodFrame frame) {
        Evaluator evaluator = new Evaluator(frame, node.scales(), null);
        Expression group = node.figure().group();
        int[] rows = members.rows();
        NumberColumn values = evaluator.number(node.figure().of(), rows);
        for (int i = 0; i < rows.length && !members.undecided().isEmpty(); i++) {
            Failure undecided = members.undecided().get(rows[i]);
            if (undecided != null) {
                values.setFailure(i, undecided);
            }
        }
        return new Relatives(roster()).compute(node.figure(), rows, values,
                group == null ? null : (TextColumn) evaluator.evaluate(group, rows));
    }
}
