package dev.hermes.app.indicators;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes indicators of others: immutable documents, so a change is a new one. */
final class Formulation {

    /** Texts, what encloses, and what binds looser than a sum: comparisons, what joins them, conditionals. */
    private static final Pattern SIGN = Pattern.compile(FormulaNames.TEXT + "|[()\\[\\]]|[<>=!&|?]|\\bin\\b");

    private Formulation() {}

    /** The kinds that can be made. */
    enum Kind {
        BASE, COMPOSITE, SUBJECTIVE
    }

    /** The indicator with another formula; empty where it has none. */
    static Optional<Indicator> withFormula(Indicator indicator, String text) {
        return indicator.actual() instanceof SeriesSource.Composite composite
                ? Optional.of(withActual(indicator,
                        new SeriesSource.Composite(new Formula(text), composite.eachDay(), composite.rollUpValues())))
                : Optional.empty();
    }

    /** The indicator reading another one besides; empty where it has no formula. */
    static Optional<Indicator> reading(Indicator indicator, String code) {
        return indicator.actual() instanceof SeriesSource.Composite composite
                ? withFormula(indicator, joined(composite.formula().text(), code))
                : Optional.empty();
    }

    /** The indicator reading one instead of another; empty where it has no formula that names the other. */
    static Optional<Indicator> readingInstead(Indicator indicator, String before, String now) {
        if (!(indicator.actual() instanceof SeriesSource.Composite composite)) {
            return Optional.empty();
        }
        Formula replaced = Copying.renamed(composite.formula(), Map.of(before, now));
        return replaced.equals(composite.formula()) ? Optional.empty() : withFormula(indicator, replaced.text());
    }

    private static String joined(String formula, String code) {
        if (formula.isBlank() || formula.strip().equals("0")) {
            return code;
        }
        return (isLoose(formula) ? "(" + formula.strip() + ")" : formula) + " + " + code;
    }

    /** Whether a formula is a condition, or chooses by one, so that what is added would belong to a part of it only. */
    private static boolean isLoose(String formula) {
        int depth = 0;
        Matcher signs = SIGN.matcher(formula);
        while (signs.find()) {
            switch (signs.group().charAt(0)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '\'', '"' -> {
                    // Nothing in a text is a sign.
                }
                default -> {
                    if (depth == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static Indicator withActual(Indicator of, SeriesSource actual) {
        return withSource(of, Series.ACTUAL, actual);
    }

    /** The indicator with another source of a series. */
    static Indicator withSource(Indicator of, Series series, SeriesSource source) {
        return new Indicator(of.code(), of.name(), of.unit(), of.scope(), of.members(), of.membersWithoutValue(),
                of.historyOfPerson(), series == Series.ACTUAL ? source : of.actual(),
                series == Series.TARGET ? source : of.target(), series == Series.BASELINE ? source : of.baseline(),
                of.attainmentWithoutTarget());
    }

    static Indicator withName(Indicator of, String name) {
        return new Indicator(of.code(), name, of.unit(), of.scope(), of.members(), of.membersWithoutValue(),
                of.historyOfPerson(), of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    static Indicator withUnit(Indicator of, Unit unit) {
        return new Indicator(of.code(), of.name(), unit, of.scope(), of.members(), of.membersWithoutValue(),
                of.historyOfPerson(), of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    /** The indicator with another scope; an own one has no members, so nothing is said about them any more. */
    static Indicator withScope(Indicator of, Scope scope) {
        return scope.isOwn()
                ? new Indicator(of.code(), of.name(), of.unit(), scope, null, MembersWithoutValue.FAILURE,
                        of.historyOfPerson(), notRolledUp(of.actual()), notRolledUp(of.target()),
                        notRolledUp(of.baseline()), of.attainmentWithoutTarget())
                : new Indicator(of.code(), of.name(), of.unit(), scope, of.members(), of.membersWithoutValue(),
                        of.historyOfPerson(), of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    private static SeriesSource notRolledUp(SeriesSource source) {
        return switch (source) {
            case SeriesSource.Upload _ -> new SeriesSource.Upload(false);
            case SeriesSource.FromDatedValue value -> new SeriesSource.FromDatedValue(value.code(), false);
            case SeriesSource.Composite composite -> new SeriesSource.Composite(composite.formula(),
                    composite.eachDay(), false);
            default -> source;
        };
    }

    /** The indicator counting those subordinates whose organisation is of some levels; all of them where none is named. */
    static Indicator withLevels(Indicator of, String levels) {
        List<String> named = Stream.of(levels.split("[,，、]")).map(String::strip).filter(level -> !level.isEmpty())
                .distinct().toList();
        Scope scope = !named.isEmpty()
                ? Scope.ofLevels(named)
                : of.scope().reach() == Scope.Reach.LEVELS ? Scope.SUBORDINATES : of.scope();
        return withScope(of, scope);
    }

    /** The indicator holding day by day, or for the period; empty where it has no formula. */
    static Optional<Indicator> withEachDay(Indicator of, boolean eachDay) {
        return of.actual() instanceof SeriesSource.Composite composite
                ? Optional.of(withActual(of,
                        new SeriesSource.Composite(composite.formula(), eachDay, composite.rollUpValues())))
                : Optional.empty();
    }

    static Kind kind(Indicator of) {
        return switch (of.actual()) {
            case SeriesSource.Composite _ -> Kind.COMPOSITE;
            case SeriesSource.Score _ -> Kind.SUBJECTIVE;
            default -> Kind.BASE;
        };
    }

    /** The indicator as one of another kind, to begin with; itself where it is of that kind. */
    static Optional<Indicator> ofKind(Indicator of, Kind kind, Library library) {
        return kind(of) == kind
                ? Optional.of(of)
                : (switch (kind) {
                    case BASE -> Origin.FACTS.first(of, library).or(() -> Origin.UPLOAD.first(of, library));
                    case COMPOSITE -> Origin.FORMULA.first(of, library);
                    case SUBJECTIVE -> Origin.SCORE.first(of, library);
                }).map(source -> withActual(of, source));
    }

    /** The indicator counting only some of the subordinates; all of them where the condition is blank. */
    static Indicator withMembers(Indicator of, String condition) {
        return new Indicator(of.code(), of.name(), of.unit(), of.scope(),
                condition.isBlank() ? null : new Formula(condition), of.membersWithoutValue(), of.historyOfPerson(),
                of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    static Indicator withMembersWithoutValue(Indicator of, MembersWithoutValue without) {
        return new Indicator(of.code(), of.name(), of.unit(), of.scope(), of.members(), without,
                of.historyOfPerson(), of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    static Indicator withHistoryOfPerson(Indicator of, boolean ofPerson) {
        return new Indicator(of.code(), of.name(), of.unit(), of.scope(), of.members(), of.membersWithoutValue(),
                ofPerson, of.actual(), of.target(), of.baseline(), of.attainmentWithoutTarget());
    }

    static Indicator withAttainmentWithoutTarget(Indicator of, Treatment without) {
        return new Indicator(of.code(), of.name(), of.unit(), of.scope(), of.members(), of.membersWithoutValue(),
                of.historyOfPerson(), of.actual(), of.target(), of.baseline(), without);
    }

    /** A new indicator with a code that is free. */
    static Indicator fresh(Kind kind, Library library, Texts texts) {
        int number = 1;
        while (library.indicator("indicator" + number).isPresent()) {
            number++;
        }
        SeriesSource actual = switch (kind) {
            case BASE -> Origin.counted(
                    library.datasets().stream().map(Dataset::code).findFirst().orElse("facts"));
            case COMPOSITE -> new SeriesSource.Composite(new Formula("0"), false, false);
            case SUBJECTIVE -> new SeriesSource.Score(Decimal.ZERO, Decimal.ONE, null);
        };
        return new Indicator("indicator" + number, texts.get("indicators.new", number), Unit.NUMBER, Scope.OWN, null,
                MembersWithoutValue.FAILURE, false, actual, SeriesSource.NONE, SeriesSource.NONE, Treatment.FAILURE);
    }
}
