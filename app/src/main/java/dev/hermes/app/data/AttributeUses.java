package dev.hermes.app.data;

import dev.hermes.app.data.AttributeUse.Kind;
import dev.hermes.app.data.AttributeUse.Role;
import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.Indicator;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.plan.CompiledDataset;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.CompiledSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds where attributes are used, in checked formulas. Documents that are wrong are not in the answer, but for the
 * columns that they name.
 */
final class AttributeUses {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private final CompiledLibrary library;
    private final Map<Attribute.Id, SortedSet<AttributeUse>> found = new HashMap<>();

    private AttributeUses(CompiledLibrary library) {
        this.library = library;
        library.library().datasets().forEach(this::ofDataset);
        library.datasets().values().forEach(this::ofFormulas);
        library.library().indicators().forEach(this::ofIndicator);
        library.parameters().values().forEach(this::ofParameter);
        library.populations().values().forEach(population -> visit(population.condition(), null,
                use(Kind.POPULATION, population.document(), Role.CONDITION)));
        library.schemes().values().forEach(this::ofScheme);
    }

    static Map<Attribute.Id, SortedSet<AttributeUse>> of(CompiledLibrary library) {
        return new AttributeUses(library).found;
    }

    private static AttributeUse use(Kind kind, Document of, Role role) {
        return new AttributeUse(kind, of.code(), name(of), role);
    }

    private static String name(Document of) {
        return switch (of) {
            case Indicator indicator -> indicator.name();
            case Parameter parameter -> parameter.name();
            case Population population -> population.name();
            case RuleTable rules -> rules.name();
            case Scheme scheme -> scheme.name();
            case Dataset dataset -> dataset.name();
            default -> of.code();
        };
    }

    private void add(Attribute.Id id, AttributeUse use) {
        found.computeIfAbsent(id, _ -> new TreeSet<>()).add(use);
    }

    private void add(Dataset dataset, @Nullable String column, Role role) {
        if (column != null) {
            add(new Attribute.Id(dataset.code(), column), use(Kind.DATASET, dataset, role));
        }
    }

    private void ofDataset(Dataset dataset) {
        add(dataset, dataset.key(), Role.KEY);
        add(dataset, dataset.date(), Role.DATE);
        add(dataset, dataset.recorded(), Role.RECORDED);
        dataset.joins().forEach(join -> add(dataset, join.column(), Role.JOIN));
        dataset.validations().forEach(
                validation -> query(validation.query(), use(Kind.DATASET, dataset, Role.QUERY)));
    }

    private void ofFormulas(CompiledDataset dataset) {
        dataset.credits().forEach(credit -> {
            AttributeUse use = use(Kind.DATASET, dataset.document(), Role.CREDIT);
            add(dataset, credit.column(), use);
            visit(credit.share(), dataset, use);
        });
        dataset.measures().values().forEach(
                formula -> visit(formula, dataset, use(Kind.DATASET, dataset.document(), Role.MEASURE)));
    }

    private void ofIndicator(Indicator indicator) {
        CompiledIndicator compiled = library.indicators().get(indicator.code());
        for (Series series : Series.values()) {
            switch (compiled == null ? new CompiledSource.None() : compiled.source(series)) {
                case CompiledSource.Facts facts -> ofFacts(indicator, facts, indicator.source(series));
                case CompiledSource.Dated dated -> add(new Attribute.Id("", dated.value().code()),
                        use(Kind.INDICATOR, indicator, Role.VALUE));
                case CompiledSource.Composite composite -> visit(composite.formula(), null,
                        use(Kind.INDICATOR, indicator, Role.VALUE));
                case CompiledSource.Query query -> query(query.sql(), use(Kind.INDICATOR, indicator, Role.QUERY));
                case CompiledSource.None _,CompiledSource.Upload _,CompiledSource.Score _ -> {
                    // They read no attributes.
                }
            }
        }
        if (compiled != null) {
            visit(compiled.members(), null, use(Kind.INDICATOR, indicator, Role.MEMBERS));
        }
    }

    private void ofFacts(Indicator indicator, CompiledSource.Facts facts, SeriesSource written) {
        ColumnName column = facts.column();
        if (column != null) {
            add(facts.dataset(), column, use(Kind.INDICATOR, indicator, Role.VALUE));
        }
        visit(facts.measure(), facts.dataset(), use(Kind.INDICATOR, indicator, Role.VALUE));
        visit(facts.where(), facts.dataset(), use(Kind.INDICATOR, indicator, Role.FILTER));
        if (written instanceof SeriesSource.Facts own && own.date() != null) {
            add(facts.dataset(), facts.date(), use(Kind.INDICATOR, indicator, Role.DATE));
        }
    }

    private void ofParameter(CompiledParameter parameter) {
        for (CompiledParameter.CompiledItem item : parameter.items()) {
            CompiledDataset facts = item.indicator().source(Series.ACTUAL) instanceof CompiledSource.Facts read
                    ? read.dataset()
                    : null;
            RuleTable document = item.rules().document();
            item.rules().rules().forEach(rule -> {
                visit(rule.condition(), facts, use(Kind.RULES, document, Role.CONDITION));
                visit(rule.expression(), facts, use(Kind.RULES, document, Role.VALUE));
            });
            visit(item.rules().otherwise(), facts, use(Kind.RULES, document, Role.VALUE));
        }
        visit(parameter.appliesWhen(), null, use(Kind.PARAMETER, parameter.document(), Role.CONDITION));
        for (CompiledFormula formula : formulas(parameter.combine(), parameter.floor(), parameter.cap())) {
            visit(formula, null, use(Kind.PARAMETER, parameter.document(), Role.VALUE));
        }
    }

    private void ofScheme(CompiledScheme scheme) {
        visit(scheme.appliesWhen(), null, use(Kind.SCHEME, scheme.document(), Role.CONDITION));
        List<CompiledFormula> formulas = formulas(scheme.prorationDays(), scheme.prorationBasis(), scheme.pay(),
                scheme.coefficient(), scheme.floor(), scheme.cap());
        formulas.addAll(scheme.closings());
        formulas.forEach(formula -> visit(formula, null, use(Kind.SCHEME, scheme.document(), Role.VALUE)));
    }

    private static List<CompiledFormula> formulas(@Nullable CompiledFormula... formulas) {
        List<CompiledFormula> all = new ArrayList<>();
        for (CompiledFormula formula : formulas) {
            if (formula != null) {
                all.add(formula);
            }
        }
        return all;
    }

    /** @param facts whose rows the formula is over; null where it is over none */
    private void visit(@Nullable CompiledFormula formula, @Nullable CompiledDataset facts, AttributeUse use) {
        if (formula != null) {
            List<Expression> all = new ArrayList<>(formula.scales().values());
            all.add(formula.expression());
            all.forEach(expression -> Expressions.visit(expression, node -> {
                if (node instanceof Expression.ReadValue read) {
                    switch (read.source()) {
                        case Source.Dated dated -> add(new Attribute.Id("", dated.code()), use);
                        case Source.OfFact fact when facts != null -> add(facts,
                                new ColumnName(fact.alias(), fact.column()), use);
                        default -> {
                            // It is no attribute.
                        }
                    }
                }
            }));
        }
    }

    /** A column, or what a measure of that name is computed from. */
    private void add(CompiledDataset dataset, ColumnName name, AttributeUse use) {
        Dataset of = name.alias().isEmpty() ? dataset.document() : dataset.joined().get(name.alias());
        CompiledFormula measure = name.alias().isEmpty() ? dataset.measures().get(name.column()) : null;
        if (measure != null) {
            visit(measure, dataset, use);
        } else if (of != null) {
            add(new Attribute.Id(of.code(), name.column()), use);
        }
    }

    /** A query uses the columns that it names, of the datasets that it names. */
    private void query(String sql, AttributeUse use) {
        Set<String> words = NO_NAME.splitAsStream(sql).collect(Collectors.toSet());
        library.library().datasets().stream().filter(dataset -> words.contains(dataset.code()))
                .forEach(dataset -> dataset.columns().stream().filter(column -> words.contains(column.name()))
                        .forEach(column -> add(new Attribute.Id(dataset.code(), column.name()), use)));
    }
}
