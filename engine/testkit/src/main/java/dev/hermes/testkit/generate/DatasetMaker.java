package dev.hermes.testkit.generate;

import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Formula;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.testkit.SumQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Datasets: sales credited to persons, assignments or organisations, and items that they name. */
final class DatasetMaker {

    static final List<String> KINDS = List.of("a", "b", "c", "North");

    private final Dice dice;
    private final Span span;
    final List<Dataset> datasets = new ArrayList<>();

    DatasetMaker(Dice dice, Span span) {
        this.dice = dice;
        this.span = span;
        boolean hasItems = dice.chance(50);
        if (hasItems) {
            items();
        }
        for (int i = dice.one(1, 1, 2, 3); i > 0; i--) {
            sales("sales" + i, hasItems && dice.chance(60));
        }
    }

    /** The datasets that credit somebody. */
    List<Dataset> credited() {
        return datasets.stream().filter(dataset -> !dataset.credits().isEmpty()).toList();
    }

    private void items() {
        datasets.add(new Dataset("items", "items", List.of(column("code", Type.TEXT), number("price", 4),
                column("family", Type.TEXT), column("fresh", Type.BOOLEAN), column("launched", Type.DATE)), "code",
                null, null, List.of(), List.of(), List.of()));
    }

    private static Dataset.Column column(String name, Type type) {
        return new Dataset.Column(name, type, 18, 0);
    }

    private static Dataset.Column number(String name, int scale) {
        return new Dataset.Column(name, Type.NUMBER, scale == 12 ? 38 : 18, scale);
    }

    private void sales(String code, boolean joins) {
        String recorded = dice.chance(30) ? "known" : null;
        List<Dataset.Join> joined = joins ? List.of(new Dataset.Join("item", "items", "itemCode")) : List.of();
        Words words = words(joins);
        FormulaMaker formulas = new FormulaMaker(dice, words);
        List<Dataset.Measure> measures = new ArrayList<>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            measures.add(new Dataset.Measure("net" + i, Unit.NUMBER, formulas.numberFormula(2)));
        }
        datasets.add(new Dataset(code, code, List.of(column("id", Type.TEXT), column("seller", Type.TEXT),
                column("helper", Type.TEXT), column("holder", Type.TEXT), column("unit", Type.TEXT),
                number("amount", 12), number("quantity", 0), column("kind", Type.TEXT), column("vip", Type.BOOLEAN),
                column("day", Type.DATE), column("paid", Type.DATE), column("known", Type.DATE),
                column("itemCode", Type.TEXT)), "id", "day", recorded, credits(formulas), joined, measures));
    }

    /** What formulas over a row may read. */
    Words words(boolean joins) {
        Words words = Words.none(false);
        words.numbers().addAll(List.of("amount", "quantity"));
        words.texts().add("kind");
        words.truths().add("vip");
        words.dates().addAll(List.of("day", "paid"));
        if (joins) {
            words.numbers().add("item.price");
            words.texts().add("item.family");
            words.truths().add("item.fresh");
            words.dates().add("item.launched");
        }
        return words;
    }

    private List<Dataset.Credit> credits(FormulaMaker formulas) {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2 -> List.of(new Dataset.Credit(DatedValue.Subject.PERSON, "seller", share(formulas, 15)));
            case 3, 4, 5 -> List.of(new Dataset.Credit(DatedValue.Subject.ASSIGNMENT, "holder", share(formulas, 15)));
            case 6, 7 -> List.of(new Dataset.Credit(DatedValue.Subject.ORGANISATION, "unit", share(formulas, 10)));
            default -> List.of(new Dataset.Credit(DatedValue.Subject.PERSON, "seller", share(formulas, 100)),
                    new Dataset.Credit(DatedValue.Subject.PERSON, "helper", share(formulas, 80)));
        };
    }

    private @Nullable Formula share(FormulaMaker formulas, int percent) {
        if (!dice.chance(percent)) {
            return null;
        }
        return dice.chance(70)
                ? new Formula(dice.one("0.5", "0.3", "1", "0.333333333333", "vip ? 0.25 : 0.75"))
                : formulas.numberFormula(1);
    }

    /** A condition on rows, often one that a keeper of facts decides on its own. */
    Formula where(Words words) {
        return dice.chance(65)
                ? new Formula(simple(2))
                : new FormulaMaker(dice, words).conditionFormula(dice.between(1, 2));
    }

    private String simple(int depth) {
        if (depth > 0 && dice.chance(35)) {
            return dice.chance(25)
                    ? "!(" + simple(depth - 1) + ")"
                    : "(" + simple(depth - 1) + dice.one(" && ", " || ") + simple(depth - 1) + ")";
        }
        return switch (dice.between(0, 8)) {
            case 0 -> "kind" + dice.one(" == ", " != ") + "'" + dice.pick(KINDS) + "'";
            case 1 -> "amount" + dice.one(" < ", " <= ", " > ", " >= ", " == ", " != ")
                    + dice.one("0", "10", "-5", "2.5");
            case 2 -> "vip";
            case 3 -> "kind in ['" + dice.pick(KINDS) + "', 'b']";
            case 4 -> "quantity in 0" + dice.one(" .. ", " ..< ", " <.. ", " <..< ") + dice.between(0, 60);
            case 5 -> "isMissing(" + dice.one("kind", "amount", "vip", "paid") + ")";
            case 6 -> "paid" + dice.one(" < ", " >= ") + "date('" + span.day(dice) + "')";
            case 7 -> dice.one("quantity < amount", "day <= paid", "amount == quantity", "true", "1 < quantity");
            default -> "amount in [1, 2, 10, 20, 0]";
        };
    }

    /** A query over a dataset; none of those who credit organisations. */
    @Nullable
    SumQuery query() {
        List<Dataset> candidates = credited().stream()
                .filter(dataset -> dataset.credits().getFirst().subject() != DatedValue.Subject.ORGANISATION).toList();
        if (candidates.isEmpty()) {
            return null;
        }
        boolean ofPerson = dice.chance(50);
        return new SumQuery(dice.pick(candidates).code(),
                ofPerson ? DatedValue.Subject.PERSON : DatedValue.Subject.ASSIGNMENT, ofPerson ? "seller" : "holder",
                dice.one("amount", "quantity"), dice.one("day", "paid"));
    }
}
