package dev.hermes.kernel.internal.indicators;

import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.internal.indicators.FactPasses.Figure;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Period;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts of all base indicators, one pass for each dataset, credit and date. */
public final class OwnFacts {

    private record PassKey(String dataset, ColumnName date) {}

    private final Surroundings surroundings;
    private final FactSource facts;
    private final OwnRows rows;
    private final List<CalcResult.Credit> credits = new ArrayList<>();

    OwnFacts(Surroundings surroundings, FactSource facts, OwnRows rows) {
        this.surroundings = surroundings;
        this.facts = facts;
        this.rows = rows;
    }

    private Roster roster() {
        return surroundings.roster();
    }

    /** Reads everything that the nodes need. */
    void read(List<PlanNode.OwnFacts> nodes, Workers workers) {
        Map<PassKey, List<PlanNode.OwnFacts>> groups = new LinkedHashMap<>();
        for (PlanNode.OwnFacts node : nodes) {
            groups.computeIfAbsent(
                    new PassKey(node.source().dataset().document().code(), node.source().date()),
                    _ -> new ArrayList<>()).add(node);
        }
        List<List<CalcResult.Credit>> found = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (List<PlanNode.OwnFacts> group : groups.values()) {
            List<CalcResult.Credit> ofGroup = new ArrayList<>();
            found.add(ofGroup);
            tasks.add(() -> readGroup(group, ofGroup, workers));
        }
        workers.run(tasks);
        found.forEach(credits::addAll);
    }

    /** How many facts were credited, for each dataset and credit. */
    List<CalcResult.Credit> credits() {
        return credits;
    }

    private void readGroup(List<PlanNode.OwnFacts> nodes, List<CalcResult.Credit> found, Workers workers) {
        List<CompiledCredit> receivers = nodes.getFirst().source().dataset().credits();
        int from = nodes.stream().mapToInt(node -> from(node.id().window())).min().orElseThrow();
        int to = nodes.stream().mapToInt(node -> to(node.id().window())).max().orElseThrow();
        from = Math.min(from, from(Window.CURRENT));
        DatedValue.Subject subject = receivers.getFirst().subject();
        Map<DatedValue.Subject, Targets> targets = new HashMap<>();
        for (CompiledCredit receiver : receivers) {
            int start = from;
            targets.computeIfAbsent(receiver.subject(), s -> s == DatedValue.Subject.ORGANISATION
                    ? new OrganisationTargets(roster())
                    : Placements.of(roster(), s, start, to));
        }
        Further further = new Further(targets.get(subject));
        Map<PlanNode.OwnFacts, Figure> figures = new LinkedHashMap<>();
        List<Figure> all = new ArrayList<>();
        for (PlanNode.OwnFacts node : nodes) {
            Figure figure = figure(node, from(node.id().window()), to(node.id().window()), further.size());
            figures.put(node, figure);
            all.add(figure);
        }
        Map<CorrectedPeriod, Figure> correctedPeriods = correctedPeriods(nodes, further.size());
        all.addAll(correctedPeriods.values());
        for (CompiledCredit receiver : receivers) {
            CreditCount counted = new CreditCount();
            Targets of = targets.get(receiver.subject());
            if (of != null) {
                new FactPasses(surroundings.plan(), facts, surroundings.rates(), receiver, of, all, counted)
                        .read(workers);
                found.add(counted.result(nodes.getFirst().source().dataset().document().code(),
                        receiver.column().toString()));
            }
        }
        Map<CorrectedPeriod, StretchColumn> computed = new HashMap<>();
        correctedPeriods.forEach((period, figure) -> computed.put(period, finish(figure, further)));
        List<Runnable> tasks = new ArrayList<>();
        figures.forEach((node, figure) -> tasks.add(() -> {
            StretchColumn column = finish(figure, further);
            int[][] ofPerson = further.ofPerson(figure);
            new CorrectedFacts(roster(), surroundings.plan(), rows.corrections(), node, computed)
                    .correct(column, ofPerson);
            surroundings.store().put(node.id(), column, ofPerson);
        }));
        workers.run(tasks);
    }

    private int from(Window window) {
        return Days.of(surroundings.plan().from(window));
    }

    private int to(Window window) {
        return Days.of(surroundings.plan().to(window));
    }

    private static Figure figure(PlanNode.OwnFacts node, int from, int to, int size) {
        String name = Labels.of(node.id().code(), node.id().series(), node.id().window());
        return new Figure(node, from, to, new StretchAccumulator(name, node.source().aggregate(), size));
    }

    /** What comes after the roster's stretches, if anything does. */
    private final class Further {

        private final Targets targets;

        Further(@Nullable Targets targets) {
            this.targets = targets == null ? new OrganisationTargets(roster()) : targets;
        }

        int size() {
            return targets.size();
        }

        /** For each person the stretches after the roster's. */
        int[][] ofPerson(Figure figure) {
            return switch (targets) {
                case Placements placements -> placements.furtherOfPerson();
                case OrganisationTargets organisations -> organisations.ofPersons(figure.from(), figure.to());
                default -> new int[0][];
            };
        }
    }

    private StretchColumn finish(Figure figure, Further further) {
        StretchColumn found = figure.sums().finish(figure.source().empty());
        StretchColumn column = further.targets instanceof OrganisationTargets organisations
                ? ofOrganisations(found, organisations, figure)
                : found;
        for (int stretch = 0; stretch < roster().stretchCount(); stretch++) {
            if (figure.from() < figure.to() && roster().stretchFrom(stretch) < figure.to()
                    && roster().stretchTo(stretch) > figure.from()) {
                column.setCounts(stretch);
            }
        }
        return column;
    }

    /**
     * Every assignment reads its organisation's figure, on the stretch of its last day. Those of the organisations come
     * after the roster's stretches: persons read each of theirs once.
     */
    private StretchColumn ofOrganisations(StretchColumn found, OrganisationTargets organisations, Figure figure) {
        StretchColumn column = new StretchColumn(found.name(), figure.source().aggregate(), found.empty(),
                roster().stretchCount() + organisations.size());
        for (int index = 0; index < organisations.size(); index++) {
            column.copy(roster().stretchCount() + index, found, index);
        }
        for (int row = 0; row < roster().assignmentCount(); row++) {
            int day = roster().lastHeldDay(row, figure.from(), figure.to());
            int index = organisations.of(roster().key(row).organisation(), Targets.NOWHERE);
            if (day != Roster.NEVER && index >= 0) {
                column.copy(roster().stretchAt(row, day), found, index);
            }
        }
        column.setPersonsOwn();
        return column;
    }

    /** A period of a window with corrections, whose facts have to be known on their own. */
    record CorrectedPeriod(PlanNode.OwnFacts node, Period period) {}

    private Map<CorrectedPeriod, Figure> correctedPeriods(List<PlanNode.OwnFacts> nodes, int size) {
        Map<CorrectedPeriod, Figure> found = new LinkedHashMap<>();
        for (PlanNode.OwnFacts node : nodes) {
            if (CorrectedFacts.needsPeriods(surroundings.plan(), rows.corrections(), node)) {
                for (Period period : surroundings.plan().periods(node.id().window())) {
                    found.put(new CorrectedPeriod(node, period),
                            figure(node, Days.of(period.start()), Days.of(period.end()), size));
                }
            }
        }
        return found;
    }
}
