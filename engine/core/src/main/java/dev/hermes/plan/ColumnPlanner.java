package dev.hermes.plan;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings.Read;
import dev.hermes.plan.NodeId.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans columns: each once, after the columns that it reads, and takes down whatever documents they need. */
final class ColumnPlanner {

    private final CompiledLibrary library;
    private final Map<NodeId, PlanNode> nodes = new LinkedHashMap<>();
    private final Set<NodeId> planned = new LinkedHashSet<>();
    private final Map<String, RateTable> rateTables = new TreeMap<>();
    private final Map<String, DatedValue> datedValues = new TreeMap<>();
    private final Set<Document> documents = new LinkedHashSet<>();
    private final Set<Window> windows = EnumSet.of(Window.CURRENT);
    private final List<Finding> findings = new ArrayList<>();

    /** The roll-up of one indicator over one window, and everything that takes part in it. */
    private record Group(CompiledIndicator owner, Window window) {

        String text() {
            return owner.document().code() + "@" + window.name();
        }
    }

    ColumnPlanner(CompiledLibrary library) {
        this.library = library;
    }

    /** The columns so far, each after those that it reads. */
    List<PlanNode> nodes() {
        return List.copyOf(nodes.values());
    }

    Map<String, RateTable> rateTables() {
        return rateTables;
    }

    Map<String, DatedValue> datedValues() {
        return datedValues;
    }

    /** Everything that has been reached. */
    Set<Document> documents() {
        return documents;
    }

    Set<Window> windows() {
        return windows;
    }

    /** What is wrong with what has been reached. */
    List<Finding> findings() {
        return findings;
    }

    /** Says that a document is needed. */
    void reach(Document document) {
        documents.add(document);
    }

    /** Plans everything that a formula reads. */
    void read(@Nullable CompiledFormula formula, Bindings.Builder builder) {
        read(formula, builder, null);
    }

    /** Plans every series that an indicator has in the period itself, and says which these are. */
    Set<Series> series(CompiledIndicator indicator, Bindings.Builder builder) {
        Set<Series> found = EnumSet.noneOf(Series.class);
        for (Series series : Series.values()) {
            if (!(indicator.source(series) instanceof CompiledSource.None)) {
                bind(indicator.document().code(), series, Window.CURRENT, builder, null);
                found.add(series);
            }
        }
        return found;
    }

    /** Says that the facts of an indicator are needed. */
    void factsOf(CompiledIndicator indicator) {
        if (indicator.source(Series.ACTUAL) instanceof CompiledSource.Facts facts) {
            factsOf(facts);
        }
    }

    /** Plans everything that a population reads. */
    void population(CompiledPopulation population, Bindings.Builder builder) {
        documents.add(population.document());
        read(population.condition(), builder, null);
    }

    /** Plans everything that a formula reads; {@code group} is the roll-up that its own inputs take part in. */
    private void read(@Nullable CompiledFormula formula, Bindings.Builder builder, @Nullable Group group) {
        if (formula == null) {
            return;
        }
        read(formula.expression(), formula.scales(), builder, group);
        formula.scales().values().forEach(scale -> read(scale, formula.scales(), builder, group));
    }

    private void read(Expression expression, Map<String, Expression> scales, Bindings.Builder builder,
            @Nullable Group group) {
        Expressions.visit(expression, node -> {
            switch (node) {
                case Expression.ReadIndicator read -> bind(read.code(), read.series(), read.window(), builder, group);
                case Expression.ReadRatio ratio -> {
                    bind(ratio.code(), Series.ACTUAL, ratio.window(), builder, group);
                    bind(ratio.code(), ratio.ratio() == Expression.Ratio.ATTAINMENT ? Series.TARGET : Series.BASELINE,
                            ratio.window(), builder, group);
                }
                case Expression.ReadValue value when value.source() instanceof Symbol.Source.Dated dated -> dated(
                        dated.code());
                case Expression.ReadRate rate -> rate(rate.table());
                case Expression.Relative relative -> builder.relative(relative,
                        relative(relative, scales, builder.window()));
                default -> {
                }
            }
        });
    }

    private void dated(String code) {
        library.library().datedValue(code).ifPresent(value -> {
            datedValues.put(code, value);
            documents.add(value);
        });
    }

    private void rate(String code) {
        library.library().rateTable(code).ifPresent(table -> {
            rateTables.put(code, table);
            documents.add(table);
        });
    }

    private void bind(String code, Series series, Window window, Bindings.Builder builder,
            @Nullable Group group) {
        Window whole = compose(code, builder.window(), window);
        refuseSumOfScores(code, series, whole);
        builder.read(new Read(code, series, window), column(code, series, whole, group));
    }

    /** The window of a read within a formula that is itself evaluated for a window. */
    private Window compose(String code, Window outer, Window inner) {
        if (outer != Window.CURRENT && inner != Window.CURRENT) {
            findings.add(Finding.error("indicator " + code, "", null,
                    Message.of(
                            "is read over .{0} by a formula that is itself read over .{1}. Only one of them can be "
                                    + "given; read the inner indicator in the rule instead.",
                            inner.word(), outer.word())));
        }
        return outer == Window.CURRENT ? inner : outer;
    }

    /** A score is a judgement of one period: added up over several it means nothing. */
    private void refuseSumOfScores(String code, Series series, Window window) {
        if (indicator(code).source(series) instanceof CompiledSource.Score
                && (window == Window.TO_DATE || window == Window.BEFORE)) {
            findings.add(Finding.error("indicator " + code, "", null,
                    Message.of(
                            "is scored, and scores are not added up over a year, so .{0} cannot be read of it. Maybe "
                                    + "read .previous.",
                            window.word())));
        }
    }

    private CompiledIndicator indicator(String code) {
        CompiledIndicator indicator = library.indicators().get(code);
        if (indicator == null) {
            throw new IllegalStateException("The indicator " + code + " was not compiled.");
        }
        documents.add(indicator.document());
        return indicator;
    }

    private NodeId column(String code, Series series, Window window, @Nullable Group group) {
        windows.add(window);
        CompiledIndicator indicator = indicator(code);
        boolean own = indicator.document().scope().isOwn();
        if (indicator.document().eachDay() && series == Series.ACTUAL) {
            return group != null && own
                    ? dayRollUp(group.owner(), dayFormula(indicator, window, "", null), window)
                    : day(indicator, window);
        }
        return group != null && own ? rolled(indicator, series, window, group) : value(indicator, series, window);
    }

    /** What a formula reads. */
    private NodeId value(CompiledIndicator indicator, Series series, Window window) {
        NodeId id = NodeId.of(indicator.document().code(), series, window, Level.VALUE);
        if (!planned.add(id)) {
            return id;
        }
        CompiledSource source = indicator.source(series);
        if (indicator.document().scope().isOwn() || source.isPayeesOwn()) {
            if (source instanceof CompiledSource.Composite composite) {
                nodes.put(id, formula(id, indicator, composite.formula(), window, null));
            } else {
                nodes.put(id, new PlanNode.Value(id, indicator, own(indicator, series, window)));
            }
        } else if (source instanceof CompiledSource.Composite composite && !composite.rollUpValues()) {
            Group group = new Group(indicator, window);
            planRollUp(group);
            nodes.put(id, formula(id, indicator, composite.formula(), window, group));
        } else {
            Group group = new Group(indicator, window);
            planRollUp(group);
            nodes.put(id, new PlanNode.RolledValue(id, indicator, rolledId(indicator, series, window, group)));
        }
        return id;
    }

    private PlanNode.Formula formula(NodeId id, CompiledIndicator indicator, CompiledFormula formula, Window window,
            @Nullable Group group) {
        Bindings.Builder builder = new Bindings.Builder(window);
        read(formula, builder, group);
        return new PlanNode.Formula(id, indicator, formula, builder.build());
    }

    private NodeId own(CompiledIndicator indicator, Series series, Window window) {
        NodeId id = NodeId.of(indicator.document().code(), series, window, Level.OWN);
        if (!planned.add(id)) {
            return id;
        }
        switch (indicator.source(series)) {
            case CompiledSource.Facts facts -> {
                factsOf(facts);
                nodes.put(id, new PlanNode.OwnFacts(id, indicator, facts));
            }
            case CompiledSource.Dated dated -> {
                dated(dated.value().code());
                nodes.put(id, new PlanNode.OwnRows(id, indicator, dated));
            }
            case CompiledSource.Composite composite -> {
                NodeId values = new NodeId(indicator.document().code(), series, window, Level.VALUE, NodeId.MEMBERS);
                if (indicator.document().scope().isOwn()) {
                    values = value(indicator, series, window);
                } else if (planned.add(values)) {
                    nodes.put(values, formula(values, indicator, composite.formula(), window, null));
                }
                nodes.put(id, new PlanNode.OwnValues(id, values));
            }
            case CompiledSource other -> nodes.put(id, new PlanNode.OwnRows(id, indicator, other));
        }
        return id;
    }

    private void factsOf(CompiledSource.Facts facts) {
        documents.add(facts.dataset().document());
        documents.addAll(facts.dataset().joined().values());
    }

    private static NodeId rolledId(CompiledIndicator indicator, Series series, Window window, Group group) {
        return new NodeId(indicator.document().code(), series, window, Level.ROLLED, group.text());
    }

    /** An own indicator as an input of a group's roll-up. */
    private NodeId rolled(CompiledIndicator indicator, Series series, Window window, Group group) {
        NodeId id = rolledId(indicator, series, window, group);
        if (indicator.source(series) instanceof CompiledSource.Composite composite && !composite.rollUpValues()
                && planned.add(id)) {
            nodes.put(id, formula(id, indicator, composite.formula(), window, group));
        }
        return id;
    }

    /** Plans the roll-up of everything that an indicator's series take from members. */
    private void planRollUp(Group group) {
        CompiledIndicator owner = group.owner();
        NodeId id = new NodeId(owner.document().code(), Series.ACTUAL, group.window(), Level.ROLLED,
                group.text() + " together");
        if (!planned.add(id)) {
            return;
        }
        List<NodeId> own = new ArrayList<>();
        List<NodeId> outputs = new ArrayList<>();
        for (RollUpInputs.Input input : RollUpInputs.of(library, owner, group.window())) {
            windows.add(input.window());
            refuseFactsOfOrganisations(owner, input);
            own.add(own(indicator(input.code()), input.series(), input.window()));
            outputs.add(rolledId(indicator(input.code()), input.series(), input.window(), group));
        }
        nodes.put(id, new PlanNode.RollUp(id, owner, own, outputs, members(owner, group.window())));
    }

    /** What everybody in an organisation reads would be counted once for each of them. */
    private void refuseFactsOfOrganisations(CompiledIndicator owner, RollUpInputs.Input input) {
        if (indicator(input.code()).source(input.series()) instanceof CompiledSource.Facts facts
                && facts.dataset().isCreditedToOrganisations()) {
            findings.add(Finding.error("indicator " + owner.document().code(), "scope", null,
                    Message.of(
                            "rolls up {0}, whose facts are credited to organisations: everybody in one reads the same "
                                    + "figure. Use the scope own.",
                            input.code())));
        }
    }

    private @Nullable Bindings members(CompiledIndicator owner, Window window) {
        if (owner.members() == null) {
            return null;
        }
        Bindings.Builder members = new Bindings.Builder(window);
        read(owner.members(), members, null);
        return members.build();
    }

    private NodeId day(CompiledIndicator indicator, Window window) {
        CompiledSource.Composite composite = (CompiledSource.Composite) indicator.source(Series.ACTUAL);
        if (indicator.document().scope().isOwn()) {
            return dayFormula(indicator, window, "", null);
        }
        if (composite.rollUpValues()) {
            return dayRollUp(indicator, dayFormula(indicator, window, NodeId.MEMBERS, null), window);
        }
        Group group = new Group(indicator, window);
        planRollUp(group);
        return dayFormula(indicator, window, "", group);
    }

    private NodeId dayFormula(CompiledIndicator indicator, Window window, String whose,
            @Nullable Group group) {
        NodeId id = new NodeId(indicator.document().code(), Series.ACTUAL, window, Level.DAY, whose);
        if (planned.add(id)) {
            CompiledSource.Composite composite = (CompiledSource.Composite) indicator.source(Series.ACTUAL);
            Bindings.Builder builder = new Bindings.Builder(window);
            read(composite.formula(), builder, group);
            nodes.put(id, new PlanNode.DayFormula(id, indicator, composite.formula(), builder.build()));
        }
        return id;
    }

    private NodeId dayRollUp(CompiledIndicator owner, NodeId day, Window window) {
        NodeId id = new NodeId(day.code(), Series.ACTUAL, window, Level.ROLLED_DAY, owner.document().code());
        if (planned.add(id)) {
            nodes.put(id, new PlanNode.DayRollUp(id, owner, day, members(owner, window)));
        }
        return id;
    }

    private NodeId relative(Expression.Relative relative, Map<String, Expression> scales, Window window) {
        String population = relative.population();
        NodeId id = new NodeId(relative.function() + " " + relative.of().code(), relative.of().series(), window,
                Level.RELATIVE, relative.of().window() + " " + relative.group() + " " + population + " " + scales);
        if (planned.add(id)) {
            Bindings.Builder builder = new Bindings.Builder(window);
            read(relative.of(), scales, builder, null);
            Expression group = relative.group();
            if (group != null) {
                read(group, scales, builder, null);
                scales.values().forEach(scale -> read(scale, scales, builder, null));
            }
            CompiledPopulation compiled = population == null ? null : library.populations().get(population);
            if (compiled != null) {
                population(compiled, builder);
            } else if (population != null) {
                findings.add(Finding.error("population " + population, "", null, Message
                        .of("is not known, or has errors, and {0} is compared within it. Correct its name, or mend its "
                                + "errors.", relative.of().code())));
            }
            nodes.put(id, new PlanNode.Relative(id, relative, compiled, scales, builder.build()));
        }
        return id;
    }
}
