package dev.hermes.testkit.generate;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RuleTable;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.model.Scheme;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rule tables, parameters, populations and schemes; and schemes that show what single formulas come to. */
final class PayMaker {

    private static final Population EVERYBODY = new Population("everybody", "everybody", Population.Selection.NONE,
            null, Population.Selection.NONE);

    private final Dice dice;
    private final Span span;
    private final CompanyMaker company;
    private final DatasetMaker facts;
    private final Words words;
    private final List<Indicator> indicators;
    final List<Document> documents = new ArrayList<>();
    final List<Scheme> schemes = new ArrayList<>();

    PayMaker(Dice dice, Span span, CompanyMaker company, DatasetMaker facts, Words words,
            List<Indicator> indicators) {
        this.dice = dice;
        this.span = span;
        this.company = company;
        this.facts = facts;
        this.words = words;
        this.indicators = indicators.stream().filter(indicator -> !indicator.eachDay()).toList();
        documents.add(EVERYBODY);
        for (int i = dice.between(1, 2); i > 0; i--) {
            scheme("pay" + i);
        }
        for (int i = dice.between(4, 7); i > 0; i--) {
            probe("probe" + i);
        }
    }

    private FormulaMaker formulas(Words of) {
        return new FormulaMaker(dice, of);
    }

    private Population population(String code) {
        Population population = new Population(code, code, dice.chance(50) ? Population.Selection.NONE : selection(),
                dice.chance(35) ? formulas(words).conditionFormula(1) : null,
                dice.chance(75) ? Population.Selection.NONE : selection());
        documents.add(population);
        return population;
    }

    private Population.Selection selection() {
        List<String> keys = company.keys().stream().map(Object::toString).toList();
        return switch (dice.between(0, 3)) {
            case 0 -> new Population.Selection(dice.some(company.codes(), 60), List.of(), List.of(), List.of());
            case 1 -> new Population.Selection(List.of(), dice.some(CompanyMaker.POSITIONS, 60), List.of(),
                    List.of());
            case 2 -> new Population.Selection(List.of(), List.of(), dice.some(company.persons, 60), List.of());
            default -> new Population.Selection(dice.some(company.codes(), 70), dice.some(CompanyMaker.POSITIONS, 70),
                    List.of(), dice.some(keys, 50));
        };
    }

    /** A scheme with one parameter, whose amount is what a formula comes to. */
    private void probe(String code) {
        List<String> reads = new ArrayList<>(words.numbers().stream().filter(name -> name.startsWith("i")).toList());
        reads.addAll(words.ratios().stream().map(ratio -> ratio + " * 1").toList());
        String formula = dice.chance(80) ? dice.pick(reads) : formulas(words).number(3);
        Indicator indicator = dice.pick(indicators);
        documents.add(new RuleTable(code + "Rules", code, Unit.NUMBER, HitPolicy.FIRST, false,
                List.of(new RuleTable.Rule(new Formula("isMissing(" + formula + ")"), new Formula("(-1000000007)"),
                        "none")),
                new Formula(formula), ""));
        documents.add(new Parameter(code + "Parameter", code, Unit.NUMBER,
                List.of(new Parameter.Item("x", indicator.code(), code + "Rules")), null, null, null, null, false));
        schemes.add(new Scheme(code, code, code, EVERYBODY.code(), span.calendar().code(), span.from(), null,
                code, "USD", 2, dice.one(Scheme.Payee.ASSIGNMENT, Scheme.Payee.ASSIGNMENT, Scheme.Payee.PERSON), null,
                List.of(code + "Parameter"), null, new Formula("0"), null, null, null, false, List.of()));
    }

    private void scheme(String code) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            parameters.add(parameter(code + "part" + i));
        }
        documents.addAll(parameters);
        boolean isMoney = parameters.stream().allMatch(parameter -> parameter.unit().isMoney());
        List<Scheme.Balance> balances = new ArrayList<>();
        Words around = words.copy();
        around.numbers().add("period.index");
        Words ratios = around.copy();
        for (Parameter parameter : parameters) {
            String number = "steps(" + parameter.code() + ", 1, false)";
            around.numbers().addAll(List.of(parameter.code(), number, number));
            ratios.numbers().add(number);
        }
        int count = dice.one(0, 0, 0, 1, 2);
        for (int i = 0; i < count; i++) {
            around.numbers().add(code + "owed" + i);
        }
        Words closing = around.copy();
        closing.numbers().add("payout");
        closing.numbers().add("payout");
        for (int i = 0; i < count; i++) {
            balances.add(new Scheme.Balance(code + "owed" + i, Unit.NUMBER, dice.decimal(),
                    formulas(closing).numberFormula(dice.between(0, 2)), dice.between(0, 4)));
        }
        boolean isFirst = dice.chance(50);
        schemes.add(new Scheme(code, code, code + "line", dice.chance(50)
                ? EVERYBODY.code()
                : population(code + "people").code(),
                span.calendar().code(), isFirst ? dice.day(span.from(), span.period().end()) : span.from(), null, code,
                "USD", dice.between(0, 4),
                dice.one(Scheme.Payee.ASSIGNMENT, Scheme.Payee.ASSIGNMENT, Scheme.Payee.PERSON),
                dice.chance(25) ? formulas(words).conditionFormula(1) : null,
                parameters.stream().map(Parameter::code).toList(), dice.chance(35) ? proration() : null,
                isMoney && dice.chance(50) ? null : money(around, 2), dice.chance(30) ? money(ratios, 1) : null,
                dice.chance(20) ? money(around, 1) : null, dice.chance(20) ? money(around, 1) : null, dice.chance(40),
                balances));
    }

    /** A formula that fits where money or a ratio is wanted: a plain number does. */
    private Formula money(Words of, int depth) {
        return new Formula("(" + formulas(of).number(depth) + ") / 1");
    }

    private Scheme.Proration proration() {
        return new Scheme.Proration(
                new Formula(dice.chance(70)
                        ? "days(assignment)"
                        : formulas(words).hasDays()
                                ? "days(" + formulas(words).dayFormula(0).text() + ")"
                                : "period.days"),
                new Formula(
                        dice.chance(80) ? dice.one("days(period)", "30", "period.days") : formulas(words).number(1)));
    }

    private Parameter parameter(String code) {
        List<Parameter.Item> items = new ArrayList<>();
        Words combined = Words.none(false);
        for (int i = dice.one(1, 1, 2); i > 0; i--) {
            Indicator indicator = dice.pick(indicators);
            items.add(new Parameter.Item("item" + i, indicator.code(), rules(code + "rules" + i, indicator)));
            combined.numbers().add("item" + i);
        }
        boolean isMoney = dice.chance(70);
        Words around = words.copy();
        around.numbers().add("period.index");
        return new Parameter(code, code, isMoney ? Unit.MONEY : Unit.NUMBER, items,
                items.size() > 1 && dice.chance(50) ? formulas(combined).numberFormula(2) : null,
                dice.chance(15) ? formulas(around).conditionFormula(1) : null,
                dice.chance(20) ? formulas(around).numberFormula(dice.between(0, 1)) : null,
                dice.chance(20) ? formulas(around).numberFormula(dice.between(0, 1)) : null, dice.chance(80));
    }

    private String rules(String code, Indicator indicator) {
        Words around = words.copy();
        around.numbers().addAll(List.of("period.index", "indicator", "indicator", "indicator"));
        if (!(indicator.target() instanceof SeriesSource.None)) {
            around.ratios().add("indicator.attainment");
            around.numbers().add("indicator.target");
        }
        boolean eachFact = indicator.actual() instanceof SeriesSource.Facts && dice.chance(40);
        if (eachFact && indicator.actual() instanceof SeriesSource.Facts source) {
            addFact(source, around);
        }
        FormulaMaker formulas = formulas(around);
        List<RuleTable.Rule> rules = new ArrayList<>();
        HitPolicy policy = dice.one(HitPolicy.FIRST, HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.SUM);
        for (int i = dice.between(1, 3); i > 0; i--) {
            boolean always = i == 1 && dice.chance(30);
            rules.add(new RuleTable.Rule(always ? null : formulas.conditionFormula(dice.between(0, 2)),
                    formulas.numberFormula(dice.between(0, 2)), dice.one("", "reason " + i)));
        }
        @Nullable Formula otherwise = dice.chance(85) ? formulas.numberFormula(dice.between(0, 1)) : null;
        documents.add(new RuleTable(code, code, Unit.NUMBER, policy, eachFact, rules, otherwise,
                otherwise == null ? "" : "else"));
        return code;
    }

    private void addFact(SeriesSource.Facts source, Words around) {
        Dataset dataset = facts.datasets.stream().filter(candidate -> candidate.code().equals(source.dataset()))
                .findFirst().orElseThrow();
        around.numbers().addAll(List.of("fact.amount", "fact.amount", "fact.quantity"));
        around.texts().add("fact.kind");
        around.truths().add("fact.vip");
        around.dates().addAll(List.of("fact.day", "fact.paid"));
        dataset.measures().forEach(measure -> around.numbers().add("fact." + measure.name()));
        if (!dataset.joins().isEmpty()) {
            around.numbers().add("item.price");
            around.texts().add("item.family");
        }
    }
}
