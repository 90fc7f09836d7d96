package dev.hermes.app.indicators;

import dev.hermes.document.Codes;
import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Mapping;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is read where: indicators in formulas of other indicators, of parameters with their rule tables, of schemes with
 * their populations; parameters in schemes. Where a rate table is read, its scale is read in the same place. Immutable.
 *
 * @param edges
 *            from card to card, in the order of codes; true for those that are of conditions only
 * @param elsewhere
 *            by the code of an indicator, the documents that name it and are part of no card
 * @param unknown
 *            the ids of cards of what is read and is not there
 */
record References(Map<Reference, Boolean> edges, Map<String, List<Use>> elsewhere, Set<String> unknown) {

    /** Codes of indicators have no hyphen. */
    static final String PARAMETER = "p-";
    static final String SCHEME = "s-";

    References {
        elsewhere = Map.copyOf(elsewhere);
        unknown = Set.copyOf(unknown);
    }

    /**
     * A reference.
     *
     * @param from
     *            the id of the card of what is read
     * @param to
     *            the id of the card of what reads it
     */
    record Reference(String from, String to) {}

    /** A document that names an indicator. */
    record Use(DocumentKind kind, String code, String name) {}

    static References of(Library library) {
        return new Walk(library).found();
    }

    /** The id of a parameter's card: no indicator can have it. */
    static String parameterId(String code) {
        return PARAMETER + code;
    }

    /** The id of a scheme's card: no indicator and no parameter can have it. */
    static String schemeId(String code) {
        return SCHEME + code;
    }

    /** Goes through all documents. */
    private static final class Walk {

        private static final Comparator<Reference> IN_ORDER = Comparator.comparing(Reference::from)
                .thenComparing(Reference::to);

        private final Library library;
        private final Set<String> indicators = new HashSet<>();
        /** What else formulas may name. */
        private final Set<String> others = new HashSet<>();
        private final Map<Reference, Boolean> edges = new TreeMap<>(IN_ORDER);
        private final Map<String, Set<Use>> elsewhere = new TreeMap<>();
        private final Set<String> unknown = new TreeSet<>();

        Walk(Library library) {
            this.library = library;
            library.indicators().forEach(indicator -> indicators.add(indicator.code()));
            library.datedValues().stream().map(DatedValue::code).forEach(others::add);
            library.rateTables().stream().map(RateTable::code).forEach(others::add);
            // Rules that are read for each fact may name the datasets that are joined to its own.
            library.datasets().stream().flatMap(dataset -> dataset.joins().stream()).map(Dataset.Join::alias)
                    .filter(alias -> !indicators.contains(alias)).forEach(others::add);
        }

        References found() {
            library.indicators().forEach(this::indicator);
            library.parameters().forEach(this::parameter);
            library.schemes().forEach(this::scheme);
            ofNoCard();
            return new References(edges, elsewhere.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    uses -> List.copyOf(uses.getValue()))), unknown);
        }

        private void indicator(Indicator indicator) {
            Reader reader = new Card(indicator.code());
            for (Series series : Series.values()) {
                switch (indicator.source(series)) {
                    case SeriesSource.Composite composite -> reader.reads(composite.formula(), false);
                    case SeriesSource.FromIndicator other -> reader.reads(other.code(), false);
                    default -> {
                        // It comes from no other indicator.
                    }
                }
            }
            reader.reads(indicator.members(), true);
        }

        private void parameter(Parameter parameter) {
            Reader reader = new Card(parameterId(parameter.code()));
            for (Parameter.Item item : parameter.items()) {
                reader.reads(item.indicator(), false);
                library.ruleTable(item.rules()).ifPresent(rules -> rules(rules, reader));
            }
            // What combines items names nothing but items.
            reader.reads(parameter.appliesWhen(), true);
            reader.reads(parameter.floor(), false);
            reader.reads(parameter.cap(), false);
        }

        private static void rules(RuleTable rules, Reader reader) {
            rules.rules().forEach(rule -> {
                reader.reads(rule.expression(), false);
                reader.reads(rule.condition(), true);
            });
            reader.reads(rules.otherwise(), false);
        }

        private void scheme(Scheme scheme) {
            String id = schemeId(scheme.code());
            Set<String> own = new HashSet<>(scheme.parameters());
            scheme.balances().forEach(balance -> own.add(balance.code()));
            for (String parameter : scheme.parameters()) {
                String from = parameterId(parameter);
                if (library.parameter(parameter).isEmpty()) {
                    unknown.add(from);
                }
                edges.merge(new Reference(from, id), false, Boolean::logicalAnd);
            }
            library.population(scheme.population())
                    .ifPresent(population -> new Card(id).reads(population.condition(), true));
            Reader reader = new Card(id, own);
            reader.reads(scheme.appliesWhen(), true);
            Scheme.Proration proration = scheme.proration();
            if (proration != null) {
                reader.reads(proration.days(), false);
                reader.reads(proration.basis(), false);
            }
            reader.reads(scheme.pay(), false);
            reader.reads(scheme.coefficient(), false);
            reader.reads(scheme.floor(), false);
            reader.reads(scheme.cap(), false);
            scheme.balances().forEach(balance -> reader.reads(balance.closing(), false));
        }

        /** What no card stands for. */
        private void ofNoCard() {
            Set<String> rules = library.parameters().stream().flatMap(parameter -> parameter.items().stream())
                    .map(Parameter.Item::rules).collect(Collectors.toSet());
            library.ruleTables().stream().filter(table -> !rules.contains(table.code()))
                    .forEach(table -> rules(table, new Aside(
                            new Use(DocumentKind.RULE_TABLE, table.code(), table.name()))));
            Set<String> populations = library.schemes().stream().map(Scheme::population).collect(Collectors.toSet());
            for (Population population : library.populations()) {
                if (!populations.contains(population.code())) {
                    new Aside(new Use(DocumentKind.POPULATION, population.code(), population.name()))
                            .reads(population.condition(), true);
                }
            }
            for (RateTable table : library.rateTables()) {
                new Aside(new Use(DocumentKind.RATE_TABLE, table.code(), table.name())).reads(table.scaledBy(), false);
            }
            for (Mapping mapping : library.mappings()) {
                String of = mapping.of();
                if (of != null && isOfIndicator(mapping.into())) {
                    new Aside(new Use(DocumentKind.MAPPING, mapping.code(), mapping.name())).reads(of, false);
                }
            }
        }

        /** What reads something. */
        private abstract class Reader {

            /** Whatever formulas name, with what the scales of the rate tables name that they read. */
            void reads(@Nullable Formula formula, boolean inCondition) {
                if (formula != null) {
                    reads(formula, inCondition, new HashSet<>());
                }
            }

            private void reads(Formula formula, boolean inCondition, Set<String> seen) {
                for (String name : FormulaNames.of(formula.text())) {
                    if (isOwn(name) || !seen.add(name)) {
                        continue;
                    }
                    if (indicators.contains(name) || isUnknown(name)) {
                        reads(name, inCondition);
                    } else {
                        library.rateTable(name).map(RateTable::scaledBy)
                                .ifPresent(scale -> reads(scale, inCondition, seen));
                    }
                }
            }

            private boolean isUnknown(String name) {
                return !others.contains(name) && Codes.problem(DocumentKind.INDICATOR, name) == null;
            }

            boolean isOwn(String name) {
                return false;
            }

            /** The indicator of a code, be it there or not. */
            abstract void reads(String code, boolean inCondition);
        }

        private final class Card extends Reader {

            private final String id;
            private final Set<String> own;

            Card(String id) {
                this(id, Set.of());
            }

            Card(String id, Set<String> own) {
                this.id = id;
                this.own = own;
            }

            @Override
            boolean isOwn(String name) {
                return own.contains(name);
            }

            @Override
            void reads(String code, boolean inCondition) {
                // A series of an indicator may read another series of its own.
                if (!code.equals(id)) {
                    if (!indicators.contains(code)) {
                        unknown.add(code);
                    }
                    edges.merge(new Reference(code, id), inCondition, Boolean::logicalAnd);
                }
            }
        }

        private final class Aside extends Reader {

            private final Use use;

            Aside(Use use) {
                this.use = use;
            }

            @Override
            void reads(String code, boolean inCondition) {
                if (indicators.contains(code)) {
                    elsewhere.computeIfAbsent(code,
                            _ -> new TreeSet<>(Comparator.comparing(Use::kind).thenComparing(Use::code))).add(use);
                }
            }
        }
    }

    /** Whether rows of this kind are values of an indicator. */
    static boolean isOfIndicator(Mapping.Target into) {
        return switch (into) {
            case ACTUALS, TARGETS, BASELINES, SCORES -> true;
            default -> false;
        };
    }

    /** The ids of all cards that are read or read something. */
    Set<String> cards() {
        Set<String> cards = new TreeSet<>(unknown);
        edges.keySet().forEach(reference -> cards.addAll(List.of(reference.from(), reference.to())));
        return cards;
    }
}
