package dev.hermes.testkit.generate;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Unit;
import dev.hermes.testkit.SumQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indicators of all kinds, each reading earlier ones only. */
final class IndicatorMaker {

    private static final Pattern WINDOW = Pattern.compile("\\.(previous|toDate|before)\\b");
    private static final List<Aggregation> AGGREGATIONS = List.of(Aggregation.values());

    private final Dice dice;
    private final DatasetMaker facts;
    private final TableMaker tables;
    private final Words words;
    private final List<DatedValue> datedNumbers;
    final List<Indicator> indicators = new ArrayList<>();
    final Map<String, SumQuery> queries = new HashMap<>();
    /** Indicators that read a window, which therefore are not read over another. */
    private final Set<String> ofWindows = new HashSet<>();
    /** Indicators that read scores, which are not added up. */
    private final Set<String> ofScores = new HashSet<>();

    IndicatorMaker(Dice dice, DatasetMaker facts, TableMaker tables, Words words, List<DatedValue> datedNumbers) {
        this.dice = dice;
        this.facts = facts;
        this.tables = tables;
        this.words = words;
        this.datedNumbers = datedNumbers;
        int count = dice.between(4, 9);
        for (int i = 0; i < count; i++) {
            make("i" + i, i);
            if (dice.chance(15)) {
                words.tables().add(tables.make(new Formula(dice.pick(words.numbers()))));
            }
        }
    }

    private void make(String code, int number) {
        SeriesSource actual = number < 2 ? facts(Scope.OWN) : actual();
        Scope scope = actual instanceof SeriesSource.Facts of && isOfOrganisations(of) ? Scope.OWN : scope(number);
        if (!scope.isOwn() && actual instanceof SeriesSource.Score) {
            scope = Scope.OWN;
        }
        SeriesSource target = dice.chance(60) ? rolledUp(other(scope), scope) : SeriesSource.NONE;
        SeriesSource baseline = dice.chance(30) ? rolledUp(other(scope), scope) : SeriesSource.NONE;
        actual = rolledUp(actual, scope);
        Formula members = scope.isOwn() || !dice.chance(25)
                ? null
                : new FormulaMaker(dice, words).conditionFormula(dice.between(0, 1));
        Indicator indicator = new Indicator(code, code, Unit.NUMBER, scope, members,
                dice.one(MembersWithoutValue.values()), dice.chance(20), actual, target, baseline,
                dice.one(Treatment.FAILURE, Treatment.FAILURE, Treatment.MISSING, new Treatment.Value(Decimal.ONE)));
        indicators.add(indicator);
        addWords(indicator);
    }

    /** What reads no indicator has no inputs that could be rolled up. */
    private SeriesSource rolledUp(SeriesSource source, Scope scope) {
        Set<String> codes = indicators.stream().map(Indicator::code).collect(Collectors.toSet());
        return source instanceof SeriesSource.Composite composite && !scope.isOwn()
                && !names(composite.formula().text(), codes)
                        ? new SeriesSource.Composite(composite.formula(), composite.eachDay(), true)
                        : source;
    }

    private static boolean isOfOrganisations(String dataset, List<Dataset> datasets) {
        return datasets.stream().filter(candidate -> candidate.code().equals(dataset))
                .anyMatch(candidate -> candidate.credits().getFirst().subject() == DatedValue.Subject.ORGANISATION);
    }

    private boolean isOfOrganisations(SeriesSource.Facts source) {
        return isOfOrganisations(source.dataset(), facts.datasets);
    }

    private Scope scope(int number) {
        int own = number == 2 ? 20 : 45;
        return dice.chance(own)
                ? Scope.OWN
                : dice.one(Scope.SUBORDINATES, Scope.SUBORDINATES, Scope.DIRECT_SUBORDINATES,
                        Scope.ofLevels(List.of(dice.pick(CompanyMaker.LEVELS), "region").stream().distinct()
                                .toList()));
    }

    private SeriesSource actual() {
        return switch (dice.between(0, 15)) {
            case 0, 1, 2, 3 -> facts(null);
            case 4 -> new SeriesSource.Upload(dice.chance(50));
            case 5 -> dated();
            case 6 -> query();
            case 7 -> new SeriesSource.FromIndicator(periodIndicator());
            case 8 -> new SeriesSource.Score(Decimal.ZERO, Decimal.of(2), dice.chance(60) ? Decimal.ONE : null);
            case 9, 10 -> words.ofDays().isEmpty()
                    ? composite()
                    : new SeriesSource.Composite(new FormulaMaker(dice, words).dayFormula(dice.between(0, 2)), true,
                            dice.chance(40));
            default -> composite();
        };
    }

    private SeriesSource composite() {
        FormulaMaker formulas = new FormulaMaker(dice, words);
        String read = dice.chance(40) && !words.ratios().isEmpty()
                ? dice.pick(words.ratios()) + " * 1"
                : dice.chance(30) && formulas.hasDays()
                        ? "daily(" + formulas.dayFormula(1).text() + ")"
                        : dice.pick(indicators).code();
        boolean readsDays = indicators.stream().anyMatch(known -> known.code().equals(read) && known.eachDay());
        return new SeriesSource.Composite(new Formula(readsDays
                ? "daily(" + read + ")"
                : dice.chance(30) ? read : read + dice.one(" + ", " - ", " * ") + formulas.number(2)), false,
                dice.chance(30));
    }

    private String periodIndicator() {
        return dice.pick(indicators.stream().filter(indicator -> !indicator.eachDay()).toList()).code();
    }

    private SeriesSource facts(@Nullable Scope scope) {
        List<Dataset> candidates = scope == null
                ? facts.credited().stream().filter(dataset -> !isOfOrganisations(dataset.code(), facts.datasets)
                        || dice.chance(30)).toList()
                : facts.credited();
        Dataset dataset = dice.pick(candidates.isEmpty() ? facts.credited() : candidates);
        Aggregation aggregate = dice.chance(45) ? Aggregation.SUM : dice.pick(AGGREGATIONS);
        boolean joins = !dataset.joins().isEmpty();
        List<String> numbers = new ArrayList<>(List.of("amount", "quantity"));
        dataset.measures().forEach(measure -> numbers.add(measure.name()));
        if (joins) {
            numbers.add("item.price");
        }
        String measure = switch (aggregate) {
            case COUNT -> null;
            case COUNT_DISTINCT -> dice.one("kind", "amount", "itemCode", "vip", "day", dice.pick(numbers));
            default -> dice.pick(numbers);
        };
        Formula where = dice.chance(45) ? facts.where(facts.words(joins)) : null;
        return new SeriesSource.Facts(dataset.code(), aggregate, measure, where, dice.chance(15) ? "paid" : null,
                dice.one(Treatment.ZERO, Treatment.ZERO, Treatment.MISSING, Treatment.FAILURE));
    }

    private SeriesSource dated() {
        return new SeriesSource.FromDatedValue(dice.pick(datedNumbers).code(), dice.chance(50));
    }

    private SeriesSource query() {
        SumQuery query = facts.query();
        if (query == null) {
            return facts(null);
        }
        queries.put(query.sql(), query);
        return new SeriesSource.Query(query.sql(),
                dice.one(Treatment.ZERO, Treatment.MISSING, Treatment.FAILURE));
    }

    private SeriesSource other(Scope scope) {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> new SeriesSource.Upload(!scope.isOwn() && dice.chance(60));
            case 4, 5 -> dated();
            case 6 -> {
                SeriesSource source = facts(null);
                yield source instanceof SeriesSource.Facts of && isOfOrganisations(of) && !scope.isOwn()
                        ? new SeriesSource.Upload(true)
                        : source;
            }
            case 7 -> indicators.isEmpty() || indicators.stream().allMatch(Indicator::eachDay)
                    ? new SeriesSource.Upload(false)
                    : new SeriesSource.FromIndicator(periodIndicator());
            default -> indicators.isEmpty() ? new SeriesSource.Upload(false) : composite();
        };
    }

    private static String text(SeriesSource source) {
        return switch (source) {
            case SeriesSource.Composite composite -> composite.formula().text();
            case SeriesSource.FromIndicator other -> other.code();
            default -> "";
        };
    }

    private static boolean names(String text, Set<String> codes) {
        return codes.stream().anyMatch(code -> Pattern.compile("\\b" + code + "\\b").matcher(text).find());
    }

    /** A table's scale may read windows and scores too. */
    private boolean readsTable(String text) {
        return tables.tables.stream()
                .anyMatch(table -> table.scaledBy() != null && text.contains(table.code()));
    }

    private void addWords(Indicator indicator) {
        String code = indicator.code();
        StringBuilder texts = new StringBuilder();
        for (Series series : Series.values()) {
            texts.append(text(indicator.source(series))).append(' ');
        }
        if (indicator.members() != null) {
            texts.append(indicator.members().text());
        }
        String text = texts.toString();
        if (WINDOW.matcher(text).find() || names(text, ofWindows) || readsTable(text)) {
            ofWindows.add(code);
        }
        if (indicator.actual() instanceof SeriesSource.Score || names(text, ofScores)) {
            ofScores.add(code);
        }
        List<String> windows = new ArrayList<>(List.of(""));
        if (!ofWindows.contains(code)) {
            windows.add(".previous");
            if (!ofScores.contains(code)) {
                windows.addAll(List.of(".toDate", ".before"));
            }
        }
        boolean hasTarget = !(indicator.target() instanceof SeriesSource.None);
        boolean hasBaseline = !(indicator.baseline() instanceof SeriesSource.None);
        if (indicator.eachDay()) {
            words.ofDays().add(code);
            words.ofDays().add(code);
            if (hasTarget) {
                words.ofDays().add("(" + code + ".attainment * 1)");
            }
            return;
        }
        for (String window : windows) {
            words.comparable().add(code + window);
            words.numbers().add(code + window);
            if (window.isEmpty()) {
                words.numbers().add(code);
                words.numbers().add(code);
            }
            if (hasTarget) {
                words.numbers().add(code + ".target" + window);
                words.ratios().add(code + ".attainment" + window);
            }
            if (hasBaseline) {
                words.ratios().add(code + ".growth" + window);
                words.numbers().add(code + ".baseline" + window);
            }
        }
    }
}
