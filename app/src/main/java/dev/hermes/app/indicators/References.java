package dev.hermes.app.indicators;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Parameter;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which indicator is read where: in formulas of other indicators, and in the rules of parameters. Where a formula has
 * errors, the words in it that are codes of indicators count as its references.
 */
final class References {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** Codes of indicators have no hyphen. */
    static final String PARAMETER = "p-";

    private final CompiledLibrary library;
    private final Set<String> codes = new LinkedHashSet<>();
    private final Map<Reference, Boolean> found = new TreeMap<>(
            Comparator.comparing(Reference::from).thenComparing(Reference::to));

    /**
     * A reference.
     *
     * @param from
     *            the code of the indicator that is read
     * @param to
     *            the id of the card of what reads it
     */
    record Reference(String from, String to) {}

    private References(CompiledLibrary library) {
        this.library = library;
        library.library().indicators().forEach(indicator -> codes.add(indicator.code()));
        library.library().indicators().forEach(this::ofIndicator);
        library.library().parameters().forEach(this::ofParameter);
    }

    /** The references of a library; true for those that are of conditions only. In the order of codes. */
    static Map<Reference, Boolean> of(CompiledLibrary library) {
        return new References(library).found;
    }

    /** The id of a parameter's card: no indicator can have it. */
    static String parameterId(String code) {
        return PARAMETER + code;
    }

    private void ofIndicator(Indicator indicator) {
        CompiledIndicator compiled = library.indicators().get(indicator.code());
        for (Series series : Series.values()) {
            if (compiled != null && compiled.source(series) instanceof CompiledSource.Composite composite) {
                add(composite.formula(), indicator.code(), false);
            } else if (indicator.source(series) instanceof SeriesSource.Composite composite) {
                addWords(composite.formula(), indicator.code(), false);
            }
        }
        if (compiled != null) {
            add(compiled.members(), indicator.code(), true);
        } else {
            addWords(indicator.members(), indicator.code(), true);
        }
    }

    private void ofParameter(Parameter parameter) {
        String id = parameterId(parameter.code());
        parameter.items().forEach(item -> add(item.indicator(), id, false));
        CompiledParameter compiled = library.parameters().get(parameter.code());
        if (compiled != null) {
            compiled.items().forEach(item -> item.rules().rules().forEach(rule -> {
                add(rule.expression(), id, false);
                add(rule.condition(), id, true);
            }));
            add(compiled.appliesWhen(), id, true);
            return;
        }
        for (Parameter.Item item : parameter.items()) {
            library.library().ruleTable(item.rules()).ifPresent(rules -> addWords(rules, id));
        }
    }

    private void addWords(RuleTable rules, String to) {
        rules.rules().forEach(rule -> {
            addWords(rule.expression(), to, false);
            addWords(rule.condition(), to, true);
        });
    }

    private void addWords(@Nullable Formula formula, String to, boolean inCondition) {
        if (formula != null) {
            Matcher words = WORD.matcher(formula.text());
            while (words.find()) {
                add(words.group(), to, inCondition);
            }
        }
    }

    private void add(@Nullable CompiledFormula formula, String to, boolean inCondition) {
        if (formula != null) {
            List<Expression> all = new ArrayList<>(formula.scales().values());
            all.add(formula.expression());
            all.forEach(expression -> Expressions.visit(expression, node -> {
                switch (node) {
                    case Expression.ReadIndicator read -> add(read.code(), to, inCondition);
                    case Expression.ReadRatio read -> add(read.code(), to, inCondition);
                    default -> {
                        // It reads no indicator.
                    }
                }
            }));
        }
    }

    private void add(String from, String to, boolean inCondition) {
        // A series of an indicator may read another series of its own.
        if (codes.contains(from) && !from.equals(to)) {
            found.merge(new Reference(from, to), inCondition, Boolean::logicalAnd);
        }
    }
}
