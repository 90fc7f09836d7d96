package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.FactView;
import dev.hermes.facts.PushDown;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.internal.evaluation.Evaluator;
import dev.hermes.kernel.internal.evaluation.FactFrame;
import dev.hermes.kernel.internal.evaluation.Numbers;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledDataset.CompiledCredit;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.PlanNode;
import dev.hermes.roster.Days;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one dataset by one credit and one date, for all figures that need them: what can be summed where the
 * facts are kept is, in one pass; row formulas are evaluated here, on rows that are handed over.
 */
public final class FactPasses {

    /**
     * One figure to be found.
     *
     * @param from
     *            the first day, counted from 1970-01-01
     * @param to
     *            the day after the last
     */
    public record Figure(PlanNode.OwnFacts node, int from, int to, StretchAccumulator sums) {

        CompiledSource.Facts source() {
            return node.source();
        }

        boolean contains(int day) {
            return from <= day && day < to;
        }
    }

    private final CalcPlan plan;
    private final FactSource facts;
    private final RateBook rates;
    private final CompiledCredit credit;
    private final Targets targets;
    private final List<Figure> figures;
    private final FactView view;
    private final CreditCount counted;

    public FactPasses(CalcPlan plan, FactSource facts, RateBook rates, CompiledCredit credit, Targets targets,
            List<Figure> figures, CreditCount counted) {
        this.plan = plan;
        this.facts = facts;
        this.rates = rates;
        this.credit = credit;
        this.targets = targets;
        this.figures = figures;
        this.counted = counted;
        CompiledSource.Facts first = figures.getFirst().source();
        int from = Math.min(Days.of(plan.period().start()),
                figures.stream().mapToInt(Figure::from).min().orElseThrow());
        int to = Math.max(Days.of(plan.period().end()), figures.stream().mapToInt(Figure::to).max().orElseThrow());
        view = new FactView(first.dataset().document(), first.dataset().joined(), credit.column(), first.date(),
                Days.date(from), Days.date(to), plan.asOf());
    }

    /** Reads everything; figures are put together side by side. */
    void read(Workers workers) {
        List<Figure> summed = figures.stream().filter(this::canBePushed).toList();
        List<Figure> evaluated = figures.stream().filter(figure -> !canBePushed(figure)).toList();
        aggregate(summed, workers);
        if (!evaluated.isEmpty()) {
            scan(evaluated, null, false);
        }
    }

    /** Reads the facts of some subjects one by one. */
    public void readRows(Set<String> subjects) {
        scan(figures, subjects, false);
    }

    private boolean canBePushed(Figure figure) {
        CompiledFormula where = figure.source().where();
        return credit.share() == null && figure.source().measure() == null
                && (where == null || PushDown.accepts(where.expression()));
    }

    private void aggregate(List<Figure> summed, Workers workers) {
        List<FactPass.Aggregate> aggregates = new ArrayList<>();
        aggregates.add(new FactPass.Aggregate(Aggregation.COUNT, null, null, plan.period().start(),
                plan.period().end()));
        for (Figure figure : summed) {
            CompiledFormula where = figure.source().where();
            aggregates.add(new FactPass.Aggregate(figure.source().aggregate(), figure.source().column(),
                    where == null ? null : where.expression(), Days.date(figure.from()), Days.date(figure.to())));
        }
        FactGroups groups = facts.aggregate(new FactPass(view, targets.placements(), aggregates));
        int[] stretches = new int[groups.subjects().length];
        for (int group = 0; group < stretches.length; group++) {
            String subject = groups.subjects()[group];
            stretches[group] = targets.of(subject, groups.targets()[group]);
            counted.add(subject, targets, stretches[group], groups.figures().getFirst().rows()[group]);
        }
        List<Runnable> tasks = new ArrayList<>();
        for (int k = 0; k < summed.size(); k++) {
            Figure figure = summed.get(k);
            FactGroups.Figures found = groups.figures().get(k + 1);
            tasks.add(() -> add(figure, found, groups.subjects(), stretches));
        }
        workers.run(tasks);
    }

    private void add(Figure figure, FactGroups.Figures found, @Nullable String[] subjects, int[] stretches) {
        Set<String> undecided = new HashSet<>();
        for (int group = 0; group < stretches.length; group++) {
            String subject = subjects[group];
            if (stretches[group] >= 0) {
                figure.sums().add(stretches[group], found, group);
                if (found.undecided()[group] > 0 && subject != null) {
                    undecided.add(subject);
                }
            }
        }
        if (!undecided.isEmpty()) {
            scan(List.of(figure), undecided, true);
        }
    }

    /** Evaluates row by row; {@code onlyFailures}: the figures are known but for the facts that fail. */
    private void scan(List<Figure> evaluated, @Nullable Set<String> subjects, boolean onlyFailures) {
        Set<ColumnName> columns = new HashSet<>();
        for (Figure figure : evaluated) {
            collect(figure.source().where(), columns);
            collect(figure.source().measure(), columns);
            if (figure.source().column() != null) {
                columns.add(figure.source().column());
            }
        }
        collect(credit.share(), columns);
        Expression candidates = null;
        CompiledFormula where = evaluated.getFirst().source().where();
        if (evaluated.size() == 1 && where != null && PushDown.accepts(where.expression())) {
            candidates = where.expression();
        }
        facts.scan(new FactScan(view, targets.placements(), columns, subjects, candidates),
                batch -> evaluated.forEach(figure -> evaluate(figure, batch, onlyFailures)));
    }

    public static void collect(@Nullable CompiledFormula formula, Set<ColumnName> columns) {
        if (formula != null) {
            Expressions.visit(formula.expression(), node -> {
                if (node instanceof Expression.ReadValue value && value.source() instanceof Source.OfFact fact) {
                    columns.add(new ColumnName(fact.alias(), fact.column()));
                }
            });
        }
    }

    private void evaluate(Figure figure, FactBatch batch, boolean onlyFailures) {
        int[] stretches = new int[batch.size()];
        for (int i = 0; i < batch.size(); i++) {
            stretches[i] = targets.of(batch.subjects()[i], batch.targets()[i]);
        }
        int[] rows = Positions.where(batch.size(), i -> stretches[i] >= 0 && figure.contains(batch.days()[i]));
        rows = passing(figure, batch, rows, stretches);
        if (onlyFailures || rows.length == 0) {
            return;
        }
        if (figure.source().aggregate() == Aggregation.COUNT) {
            for (int row : rows) {
                figure.sums().add(stretches[row], 0, 0, batch.days()[row], batch.keys()[row]);
            }
            return;
        }
        Column values = measure(figure, batch, rows);
        for (int k = 0; k < rows.length; k++) {
            int row = rows[k];
            Failure failure = values.failure(k);
            if (failure != null) {
                figure.sums().fail(stretches[row], batch.days()[row], batch.keys()[row],
                        failure.within("fact " + batch.keys()[row]));
            } else if (values.isMissing(k)) {
                figure.sums().addMissing(stretches[row], batch.days()[row], batch.keys()[row]);
            } else {
                add(figure, stretches[row], values, k, batch, row);
            }
        }
    }

    private static void add(Figure figure, int stretch, Column values, int k, FactBatch batch, int row) {
        if (figure.source().aggregate() == Aggregation.COUNT_DISTINCT) {
            figure.sums().add(stretch, values.text(k), batch.days()[row], batch.keys()[row]);
        } else {
            NumberColumn numbers = (NumberColumn) values;
            figure.sums().add(stretch, numbers.high(k), numbers.low(k), batch.days()[row], batch.keys()[row]);
        }
    }

    /** The rows that fulfil the filter; those on which it fails make the figure fail. */
    private int[] passing(Figure figure, FactBatch batch, int[] rows, int[] stretches) {
        CompiledFormula where = figure.source().where();
        if (where == null || rows.length == 0) {
            return rows;
        }
        BooleanColumn passes = evaluator(batch, where).condition(where.expression(), rows);
        for (int k = 0; k < rows.length; k++) {
            Failure failure = passes.failure(k);
            if (failure != null) {
                figure.sums().fail(stretches[rows[k]], batch.days()[rows[k]], batch.keys()[rows[k]],
                        failure.within("fact " + batch.keys()[rows[k]]));
            }
        }
        return Positions.pick(rows, Positions.where(rows.length, k -> passes.isPresent(k) && passes.get(k)));
    }

    private Column measure(Figure figure, FactBatch batch, int[] rows) {
        CompiledFormula measure = figure.source().measure();
        ColumnName column = figure.source().column();
        Column values = measure != null
                ? evaluator(batch, measure).evaluate(measure.expression(), rows)
                : column != null ? batch.column(column).gather(rows) : new TextColumn(rows.length);
        CompiledFormula share = credit.share();
        boolean isDistinct = figure.source().aggregate() == Aggregation.COUNT_DISTINCT;
        if (share == null || isDistinct || !(values instanceof NumberColumn numbers)) {
            return values;
        }
        NumberColumn shares = evaluator(batch, share).number(share.expression(), rows);
        return new Numbers().apply(Expression.ArithmeticOperator.TIMES, numbers, shares);
    }

    private Evaluator evaluator(FactBatch batch, CompiledFormula formula) {
        return new Evaluator(new FactFrame(batch, rates, Days.of(view.from()), Days.of(view.to())), formula.scales(),
                null);
    }
}
