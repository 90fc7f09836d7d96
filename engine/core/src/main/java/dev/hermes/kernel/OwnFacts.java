package dev.hermes.kernel;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactSource;
import dev.hermes.kernel.FactPasses.Figure;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Failure;
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
final class OwnFacts {

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
        workers.run(groups.values().stream().map(group -> (Runnable) () -> readGroup(group, workers)).toList());
    }

    /** How many facts were credited, for each dataset and credit. */
    List<CalcResult.Credit> credits() {
        return credits;
    }

    private void readGroup(List<PlanNode.OwnFacts> nodes, Workers workers) {
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
                addCredit(counted.result(nodes.getFirst().source().dataset().document().code(),
                        receiver.column().toString()));
            }
        }
        Map<CorrectedPeriod, StretchColumn> computed = new HashMap<>();
        correctedPeriods.forEach((period, figure) -> computed.put(period, finish(figure, further)));
        int[][] ofPerson = further.ofPerson();
        List<Runnable> tasks = new ArrayList<>();
        figures.forEach((node, figure) -> tasks.add(() -> {
            StretchColumn column = finish(figure, further);
            correct(node, column, computed);
            surroundings.store().put(node.id(), column, ofPerson);
        }));
        workers.run(tasks);
    }

    private synchronized void addCredit(CalcResult.Credit credit) {
        credits.add(credit);
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

        int[][] ofPerson() {
            return targets instanceof Placements placements ? placements.furtherOfPerson() : new int[0][];
        }
    }

    private StretchColumn finish(Figure figure, Further further) {
        StretchColumn found = figure.sums().finish(figure.source().empty());
        StretchColumn column = further.targets instanceof OrganisationTargets organisations
                ? ofOrganisations(found, organisations, figure)
                : found;
        for (int stretch = 0; stretch < roster().stretchCount(); stretch++) {
            if (roster().stretchFrom(stretch) < figure.to() && roster().stretchTo(stretch) > figure.from()) {
                column.setCounts(stretch);
            }
        }
        return column;
    }

    /** Every assignment reads its organisation's figure, on the stretch of its last day. */
    private StretchColumn ofOrganisations(StretchColumn found, OrganisationTargets organisations, Figure figure) {
        StretchColumn column = new StretchColumn(found.name(), figure.source().aggregate(), found.empty(),
                roster().stretchCount());
        for (int row = 0; row < roster().assignmentCount(); row++) {
            int day = roster().lastHeldDay(row, figure.from(), figure.to());
            int index = organisations.of(roster().key(row).organisation(), Targets.NOWHERE);
            if (day != Roster.NEVER && index >= 0) {
                column.copy(roster().stretchAt(row, day), found, index);
            }
        }
        return column;
    }

    /** A period with corrections inside a longer window, whose facts have to be known on their own. */
    private record CorrectedPeriod(PlanNode.OwnFacts node, Period period) {}

    private Map<CorrectedPeriod, Figure> correctedPeriods(List<PlanNode.OwnFacts> nodes, int size) {
        Map<CorrectedPeriod, Figure> found = new LinkedHashMap<>();
        for (PlanNode.OwnFacts node : nodes) {
            List<Period> periods = surroundings.plan().periods(node.id().window());
            for (Period period : periods) {
                boolean isAdditive = node.source().aggregate() == Aggregation.SUM
                        || node.source().aggregate() == Aggregation.COUNT;
                if (periods.size() > 1 && isAdditive && !corrections(node, period).isEmpty()) {
                    found.put(new CorrectedPeriod(node, period),
                            figure(node, Days.of(period.start()), Days.of(period.end()), size));
                }
            }
        }
        return found;
    }

    private Map<Integer, Correction> corrections(PlanNode.OwnFacts node, Period period) {
        return node.indicator().document().scope().isOwn()
                ? rows.corrections(node.id().code(), node.id().series(), period.code())
                : Map.of();
    }

    private void correct(PlanNode.OwnFacts node, StretchColumn column,
            Map<CorrectedPeriod, StretchColumn> computed) {
        List<Period> periods = surroundings.plan().periods(node.id().window());
        for (Period period : periods) {
            StretchColumn ofPeriod = computed.get(new CorrectedPeriod(node, period));
            corrections(node, period).forEach((row, correction) -> {
                if (!roster().isPersonRow(row)) {
                    correct(row, correction, period, periods.size() == 1, column, ofPeriod);
                }
            });
        }
    }

    private void correct(int row, Correction correction, Period period, boolean whole, StretchColumn column,
            @Nullable StretchColumn ofPeriod) {
        int day = roster().lastHeldDay(row, Days.of(period.start()), Days.of(period.end()));
        if (day == Roster.NEVER) {
            return;
        }
        int stretch = roster().stretchAt(row, day);
        Decimal value = correction.value();
        if (whole) {
            for (int s = roster().firstStretch(row); s < roster().firstStretch(row + 1); s++) {
                column.clear(s);
            }
        } else if (ofPeriod == null) {
            column.setFailure(stretch, Functions.bad(column.name() + " was corrected in period " + period.code()
                    + "; only sums and counts can be read to date then"));
            return;
        } else {
            Decimal total = difference(row, column, ofPeriod, value, stretch);
            if (total == null) {
                return;
            }
            value = total;
        }
        column.setValue(stretch, value.high(), value.low(), 1);
    }

    /** What stands on a stretch, with the corrected value in place of the period's own; null where that failed. */
    private @Nullable Decimal difference(int row, StretchColumn column,
            StretchColumn ofPeriod, Decimal value, int stretch) {
        try {
            Decimal total = column.hasValue(stretch) ? column.values().get(stretch) : Decimal.ZERO;
            for (int s = roster().firstStretch(row); s < roster().firstStretch(row + 1); s++) {
                total = ofPeriod.hasValue(s) ? total.minus(ofPeriod.values().get(s)) : total;
            }
            return total.plus(value);
        } catch (DecimalException doesNotFit) {
            column.setFailure(stretch, Failure.overflow("The corrected sum"));
            return null;
        }
    }
}
