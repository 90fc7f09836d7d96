package dev.hermes.testkit.generate;

import dev.hermes.model.Formula;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Random formulas of every operator and function, with a liking for what fails. */
final class FormulaMaker {

    private static final List<String> TEXTS = List.of("North", "South", "Rep", "Lead", "city", "team", "a", "b", "",
            " x ", "12.5", "North east");
    private static final List<String> DATES = List.of("2026-01-01", "2026-01-15", "2026-01-31", "2026-02-28",
            "2025-12-31", "2024-02-29");

    private final Dice dice;
    private final Words words;
    private boolean isOfDay;

    FormulaMaker(Dice dice, Words words) {
        this.dice = dice;
        this.words = words;
    }

    /** A formula for a number. */
    Formula numberFormula(int depth) {
        return new Formula(number(depth));
    }

    /** A formula for a condition. */
    Formula conditionFormula(int depth) {
        return new Formula(condition(depth));
    }

    /** A formula for a number that holds day by day. */
    Formula dayFormula(int depth) {
        isOfDay = true;
        String formula = depth == 0 || dice.chance(40) ? dayLeaf() : "(" + dayLeaf() + plusOr() + number(depth) + ")";
        isOfDay = false;
        return new Formula(formula);
    }

    private String plusOr() {
        return dice.one(" + ", " - ", " * ", " / ");
    }

    /** Whether anything holds day by day. */
    boolean hasDays() {
        return !words.ofDays().isEmpty();
    }

    private String dayLeaf() {
        return dice.pick(words.ofDays());
    }

    String number(int depth) {
        if (depth <= 0) {
            return numberLeaf();
        }
        return switch (dice.between(0, 19)) {
            case 0, 1, 2 -> "(" + number(depth - 1) + dice.one(" + ", " - ") + number(depth - 1) + ")";
            case 3, 4 -> "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
            case 5 -> "(" + number(depth - 1) + " / " + divisor(depth - 1) + ")";
            case 6 -> "-(" + number(depth - 1) + ")";
            case 7, 8 -> "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
            case 9 -> "orElse(" + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 10, 11, 12 -> numberFunction(depth);
            case 13, 14 -> words.tables().isEmpty() ? numberFunction(depth) : rate(depth);
            case 15, 16 -> words.ofPeriod() && !isOfDay ? ofPayee(depth) : dateNumber(depth);
            case 17 -> dateNumber(depth);
            default -> numberLeaf();
        };
    }

    private String divisor(int depth) {
        return dice.chance(15)
                ? "0"
                : dice.chance(40) ? literal() : dice.chance(20) ? "(" + repeated() + ")" : number(depth);
    }

    /** A difference that is zero where it is present. */
    private String repeated() {
        String leaf = numberLeaf();
        return leaf + " - " + leaf;
    }

    private String numberLeaf() {
        if (isOfDay && hasDays() && dice.chance(50)) {
            return dayLeaf();
        }
        boolean literal = words.numbers().isEmpty() || dice.chance(25);
        return literal ? literal() : dice.pick(words.numbers());
    }

    private String literal() {
        if (dice.chance(2)) {
            return dice.one("99999999999999999999999999.999999999999", "0.000000000001", "30000000000000",
                    "70000000000000000000");
        }
        BigDecimal number = dice.amount();
        return number.signum() < 0 ? "(" + number.toPlainString() + ")" : number.toPlainString();
    }

    private String numberFunction(int depth) {
        String x = number(depth - 1);
        return switch (dice.between(0, 14)) {
            case 0 -> "min(" + x + ", " + number(depth - 1) + ")";
            case 1 -> "max(" + x + ", " + number(depth - 1) + ", " + number(0) + ")";
            case 2 -> "clamp(" + x + ", " + number(0) + ", " + number(0) + ")";
            case 3 -> "abs(" + x + ")";
            case 4 -> "round(" + x + digits();
            case 5 -> "floor(" + x + digits();
            case 6 -> "ceil(" + x + digits();
            case 7 -> "steps(" + x + ", " + size() + ")";
            case 8 -> "steps(" + x + ", " + size() + ", false)";
            case 9 -> "steps(" + x + ", " + size() + ", true)";
            case 10 -> "length(" + text(depth - 1) + ")";
            case 11 -> "number(" + (dice.chance(70) ? "text(" + x + ")" : text(depth - 1)) + ")";
            default -> "(" + condition(depth - 1) + " ? " + x + " : " + numberLeaf() + ")";
        };
    }

    private String digits() {
        return dice.chance(40) ? ")" : ", " + dice.between(0, 12) + ")";
    }

    private String size() {
        return dice.chance(70) ? dice.one("1", "10", "2.5", "0.3", "100") : numberLeaf() + " + 0";
    }

    private String dateNumber(int depth) {
        String date = date(depth - 1);
        return switch (dice.between(0, 5)) {
            case 0 -> "year(" + date + ")";
            case 1 -> "month(" + date + ")";
            case 2 -> "day(" + date + ")";
            case 3 -> "weekday(" + date + ")";
            case 4 -> "(daysBetween(" + date + ", " + date(depth - 1) + ") * 1)";
            default -> "(monthsBetween(" + date + ", " + date(depth - 1) + ") * 1)";
        };
    }

    /** What a payee has over the period. */
    private String ofPayee(int depth) {
        boolean hasComparable = !words.comparable().isEmpty();
        return switch (dice.between(0, 7)) {
            case 0 -> "(days(assignment) * 1)";
            case 1 -> "(days(period) * 1)";
            case 2 -> "(days(" + date(depth - 1) + ", " + date(depth - 1) + ") * 1)";
            case 3, 4 -> hasDays() ? "daily(" + dayFormula(depth - 1).text() + ")" : numberLeaf();
            case 5 -> hasDays() ? "(days(" + dayFormula(0).text() + ") * 1)" : numberLeaf();
            case 6 -> hasComparable ? "(" + relative() + " * 1)" : numberLeaf();
            default -> words.ratios().isEmpty() ? numberLeaf() : "(" + dice.pick(words.ratios()) + " * 1)";
        };
    }

    private String relative() {
        String function = dice.one("rank", "percentile", "share") + "(" + dice.pick(words.comparable());
        if (dice.chance(40)) {
            return function + ")";
        }
        return !words.populations().isEmpty() && dice.chance(30)
                ? function + ", '" + dice.pick(words.populations()) + "')"
                : function + ", " + (dice.chance(80) ? dice.pick(words.texts()) : text(1)) + ")";
    }

    private String rate(int depth) {
        Words.Table table = dice.pick(words.tables());
        String keys = table.keys().stream().map(type -> ", " + key(type)).collect(Collectors.joining());
        String function = dice.one("band", "band", "flat", "marginal", "interpolate", "lookup");
        String quantity = dice.chance(30) && !words.ratios().isEmpty() && !isOfDay
                ? dice.pick(words.ratios())
                : dice.chance(25) ? number(depth - 1) + " / " + divisor(0) : number(depth - 1);
        return "(" + (function.equals("lookup")
                ? "lookup(" + table.code() + keys + ")"
                : function + "(" + quantity + ", " + table.code() + keys + ")") + " * 1)";
    }

    private String key(ValueType type) {
        return switch (type) {
            case NUMBER -> dice.chance(60) ? String.valueOf(dice.between(0, 3)) : numberLeaf();
            case TEXT -> dice.chance(50) || words.texts().isEmpty() ? quoted(dice.pick(TEXTS))
                    : dice.pick(words.texts());
            case BOOLEAN -> words.truths().isEmpty() ? "true" : dice.pick(words.truths());
            case DATE -> date(0);
        };
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    String condition(int depth) {
        if (depth <= 0) {
            return words.truths().isEmpty() || dice.chance(60) ? comparison(0) : dice.pick(words.truths());
        }
        return switch (dice.between(0, 13)) {
            case 0, 1 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 2, 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 4 -> "!(" + condition(depth - 1) + ")";
            case 5 -> "isMissing(" + switch (dice.between(0, 3)) {
                case 0 -> text(depth - 1);
                case 1 -> date(depth - 1);
                default -> number(depth - 1);
            } + ")";
            case 6 -> dice.one("contains(", "startsWith(", "endsWith(") + text(depth - 1) + ", " + text(0) + ")";
            case 7 -> "(" + number(depth - 1) + " in [" + String.join(", ", dice.times(dice.between(1, 4),
                    this::option)) + "])";
            case 8 -> "(" + text(0) + " in [" + String.join(", ", dice.times(dice.between(1, 3), () -> text(0))) + "])";
            case 9 -> "(" + compared(depth) + " in " + range() + ")";
            case 10 -> "(" + date(depth - 1) + " in " + date(0) + dice.one(" .. ", " ..< ") + date(0) + ")";
            case 11 -> dice.chance(50) && !words.truths().isEmpty()
                    ? "(" + dice.pick(words.truths()) + dice.one(" == ", " != ") + condition(0) + ")"
                    : "orElse(" + condition(depth - 1) + ", " + dice.one("true", "false") + ")";
            default -> comparison(depth - 1);
        };
    }

    private String option() {
        return dice.chance(70) ? literal() : numberLeaf();
    }

    private String range() {
        int low = dice.between(-20, 60);
        String sign = dice.one(" .. ", " ..< ", " <.. ", " <..< ");
        return dice.chance(70)
                ? "(" + low + ")" + sign + (low + dice.between(0, 100))
                : numberLeaf() + sign + numberLeaf();
    }

    private String comparison(int depth) {
        String sign = dice.one(" == ", " != ", " < ", " <= ", " > ", " >= ");
        return switch (dice.between(0, 9)) {
            case 0, 1 -> "(" + text(depth) + dice.one(" == ", " != ") + text(0) + ")";
            case 2 -> "(" + date(depth) + sign + date(0) + ")";
            default -> "(" + compared(depth) + sign + compared(depth) + ")";
        };
    }

    /** A number, often a quotient. */
    private String compared(int depth) {
        if (!isOfDay && !words.ratios().isEmpty() && dice.chance(25)) {
            return dice.pick(words.ratios());
        }
        return dice.chance(20)
                ? number(depth - 1) + " / " + divisor(depth - 1)
                : dice.chance(30) ? dice.one("1", "0.5", "2", "1.2", "0.333333333333", "10") : number(depth);
    }

    String text(int depth) {
        if (depth <= 0) {
            return words.texts().isEmpty() || dice.chance(50) ? quoted(dice.pick(TEXTS)) : dice.pick(words.texts());
        }
        return switch (dice.between(0, 9)) {
            case 0 -> "upper(" + text(depth - 1) + ")";
            case 1 -> "lower(" + text(depth - 1) + ")";
            case 2 -> "trim(" + text(depth - 1) + ")";
            case 3 -> "concat(" + text(depth - 1) + ", " + text(0) + ", " + text(0) + ")";
            case 4 -> "substring(" + text(depth - 1) + ", " + dice.between(-1, 4) + ", " + number(0) + ")";
            case 5 -> "replace(" + text(depth - 1) + ", " + text(0) + ", " + text(0) + ")";
            case 6 -> "text(" + (dice.chance(60) ? number(depth - 1)
                    : dice.chance(50)
                            ? date(depth - 1)
                            : condition(depth - 1))
                    + ")";
            case 7 -> "(" + condition(depth - 1) + " ? " + text(depth - 1) + " : " + text(0) + ")";
            case 8 -> "orElse(" + text(depth - 1) + ", " + text(0) + ")";
            default -> text(0);
        };
    }

    String date(int depth) {
        if (depth <= 0) {
            return words.dates().isEmpty() || dice.chance(30)
                    ? "date('" + dice.pick(DATES) + "')"
                    : dice.pick(words.dates());
        }
        return switch (dice.between(0, 9)) {
            case 0 -> "addDays(" + date(depth - 1) + ", " + shift(90) + ")";
            case 1 -> "addMonths(" + date(depth - 1) + ", " + shift(18) + ")";
            case 2 -> "startOfMonth(" + date(depth - 1) + ")";
            case 3 -> "endOfMonth(" + date(depth - 1) + ")";
            case 4 -> dice.one("min(", "max(") + date(depth - 1) + ", " + date(0) + ")";
            case 5 -> "orElse(" + date(0) + ", " + date(0) + ")";
            case 6 -> "(" + condition(depth - 1) + " ? " + date(0) + " : " + date(0) + ")";
            default -> date(0);
        };
    }

    private String shift(int most) {
        return dice.chance(75)
                ? "(" + dice.between(-most, most) + ")"
                : dice.chance(20) ? dice.one("99999", "(-99999)", "1.5", "200000") : numberLeaf();
    }
}
