package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.formula.Expression.RateFunction;
import dev.hermes.formula.Expression.Ratio;
import dev.hermes.formula.Expression.RelativeFunction;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.Window;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the tree of a formula looks like, and where its nodes stand. */
class FormulaStructureTest {

    private static final int GENERATED = 5_000;

    @Test
    void operatorsGroupByTheirPrecedenceWhateverTheBracketsAndLines() {
        Names names = NameList.parse("a:number,b:number,c:number,p:boolean,q:boolean");
        Random random = new Random(20260731);
        FormulaGenerator generator = new FormulaGenerator(random);
        for (int i = 0; i < GENERATED; i++) {
            FormulaGenerator.Written written = generator.formula(1 + random.nextInt(4));
            assertThat(structure(Formulas.check(written.text(), names))).as(written.text())
                    .isEqualTo(written.structure());
        }
    }

    @Test
    void aMinusBeforeDigitsIsPartOfTheNumber() {
        assertThat(structure(check("-5 - -0.5"))).isEqualTo("(-5 - -0.5)");
        assertThat(structure(check("-(5)"))).isEqualTo("(-5)");
        assertThat(check("-(5)")).isInstanceOf(Expression.Negate.class);
    }

    @Test
    void spansLeaveOutBracketsAroundANodeButNotThoseWithinIt() {
        String text = "((sales + 1)) * max (1, (nights))";
        var product = (Expression.Arithmetic) check(text);
        assertThat(product.span().of(text)).isEqualTo(text);
        assertThat(product.left().span().of(text)).isEqualTo("sales + 1");
        assertThat(product.right().span().of(text)).isEqualTo("max (1, (nights))");
        var call = (Expression.Call) product.right();
        assertThat(call.arguments().getLast().span().of(text)).isEqualTo("nights");
    }

    @Test
    void placesAreCountedInLinesAndInCharactersAsPeopleSeeThem() {
        assertThat(problem("vip\n  && '😀' == sale")).extracting(FormulaProblem::line, FormulaProblem::column)
                .containsExactly(2, 13);
        assertThat(problem("vip\r\n&& foo")).extracting(FormulaProblem::line, FormulaProblem::column)
                .containsExactly(2, 4);
        assertThat(problem("sales\n- target").message().text()).contains("A second expression starts on this line");
        assertThat(problem("sales\ntarget").message().text()).contains("A second expression starts with 'target'");
        assertThat(structure(check("(sales\n- target)"))).isEqualTo("(sales - target)");
        assertThat(structure(check("sales -\ntarget"))).isEqualTo("(sales - target)");
    }

    @Test
    void indicatorsAreReadBySeriesAndWindow() {
        assertThat(check("sales.toDate.target")).isEqualTo(new Expression.ReadIndicator("sales", Series.TARGET,
                Window.TO_DATE, Type.parse("USD"), new Span(0, 19)));
        assertThat(check("sales.growth.previous")).isEqualTo(new Expression.ReadRatio("sales", Ratio.GROWTH,
                Window.PREVIOUS, Type.number(Unit.RATIO), new Span(0, 21)));
    }

    @Test
    void aNameMayStandForAnIndicatorOfAnotherCode() {
        Names names = SymbolTable.builder().add("indicator", FixtureNames.NAMES.find("sales").orElseThrow()).build();
        assertThat(((Expression.ReadIndicator) Formulas.check("indicator", names)).code()).isEqualTo("sales");
    }

    @Test
    void partsOfGroupsMayBeGroups() {
        Symbol price = new Symbol.OfValue(new Symbol.Source.OfFact("product", "price"), Type.parse("USD"), false,
                Message.EMPTY);
        Names names = SymbolTable.builder()
                .add("fact", new Symbol.OfGroup(
                        Map.of("product", new Symbol.OfGroup(Map.of("price", price), Message.EMPTY)), Message.EMPTY))
                .build();
        assertThat(((Expression.ReadValue) Formulas.check("fact.product.price", names)).source())
                .isEqualTo(new Symbol.Source.OfFact("product", "price"));
    }

    @Test
    void daysTakesFourForms() {
        assertThat(((Expression.Call) check("days(period)")).function()).isEqualTo(Function.DAYS_OF_PERIOD);
        assertThat(((Expression.Call) check("days(period)")).arguments()).isEmpty();
        assertThat(check("days(assignment)")).isInstanceOf(Expression.DaysAssigned.class);
        assertThat(((Expression.DaysPresent) check("days(salary)")).body()).isInstanceOf(Expression.ReadValue.class);
        assertThat(((Expression.Call) check("days(since, period.end)")).function()).isEqualTo(Function.DAYS_OVERLAP);
    }

    @Test
    void stepsAreWholeUnlessSaid() {
        assertThat(((Expression.Call) check("steps(sales, 10)")).function()).isEqualTo(Function.STEPS);
        assertThat(((Expression.Call) check("steps(sales, 10, true)")).function()).isEqualTo(Function.STEPS);
        assertThat(((Expression.Call) check("steps(sales, 10, false)")).function()).isEqualTo(Function.PARTIAL_STEPS);
        assertThat(((Expression.Call) check("steps(sales, 10, false)")).arguments()).hasSize(2);
    }

    @Test
    void rateTablesAreReadWithQuantityAndKeys() {
        var band = (Expression.ReadRate) check("band(rate, byRegion, region, vip)");
        assertThat(band.function()).isEqualTo(RateFunction.BAND);
        assertThat(band.quantity()).isInstanceOf(Expression.ReadIndicator.class);
        assertThat(band.table()).isEqualTo("byRegion");
        assertThat(band.keys()).hasSize(2);
        assertThat(((Expression.ReadRate) check("lookup(factors, title)")).quantity()).isNull();
    }

    @Test
    void aTextLiteralNamesAPopulationAndAnyOtherTextGroups() {
        var amongSellers = (Expression.Relative) check("rank(sales, 'sellers')");
        assertThat(amongSellers.function()).isEqualTo(RelativeFunction.RANK);
        assertThat(amongSellers.population()).isEqualTo("sellers");
        assertThat(amongSellers.group()).isNull();
        var byRegion = (Expression.Relative) check("share(sales.toDate, region)");
        assertThat(byRegion.of().window()).isEqualTo(Window.TO_DATE);
        assertThat(byRegion.population()).isNull();
        assertThat(byRegion.group()).isInstanceOf(Expression.ReadValue.class);
    }

    @Test
    void theValueMustBeOfTheExpectedTypeAndUnit() {
        Type dollars = Type.parse("USD");
        assertThat(Formulas.check("sales * 0.05", FixtureNames.NAMES, dollars).type()).isEqualTo(dollars);
        assertThat(Formulas.check("bonus", FixtureNames.NAMES, dollars).type()).isEqualTo(Type.parse("money"));
        assertThat(Formulas.check("nights * 50", FixtureNames.NAMES, dollars).type()).isEqualTo(Type.NUMBER);
        assertThat(Formulas.check("sales", FixtureNames.NAMES, Type.NUMBER).type()).isEqualTo(dollars);

        assertThat(problem("exports", dollars)).contains("is money (EUR), and money (USD) is wanted");
        assertThat(problem("sales > 1", dollars)).contains("is boolean, and money (USD) is wanted")
                .contains("condition ? a : b");
        assertThat(problem("sales", Type.BOOLEAN)).contains("is money (USD), and boolean is wanted")
                .contains("compare it");
        assertThat(problem("region", Type.DATE)).contains("is text, and date is wanted");
    }

    @Test
    void aFormulaThatHoldsDayByDayNamesWhatDoes() {
        Type people = Type.parse("headcount");
        assertThat(Formulas.checkEachDay("headcount + 1", FixtureNames.NAMES, people).type()).isEqualTo(people);
        assertThat(problemOf(() -> Formulas.checkEachDay("daily(salary)", FixtureNames.NAMES, Type.NUMBER)).message()
                .text())
                .contains("within what already holds day by day");
    }

    @Test
    void whatIsAboutAPeriodIsRefusedOutsideOfPeriods() {
        Names fact = SymbolTable.builder().add("price", FixtureNames.NAMES.find("salary").orElseThrow()).build();
        for (String formula : List.of("daily(price)", "days(price)", "days(period)", "days(assignment)")) {
            assertThat(problemOf(() -> Formulas.check(formula, fact)).message().text()).contains("outside of any");
        }
    }

    @Test
    void manyThreadsMayCheckAtOnce() {
        List<String> formulas = List.of("max(0, sales - target) * 0.08", "region in ['North'] && vip", "daily(salary)");
        List<Expression> alone = formulas.stream().map(FormulaStructureTest::check).toList();
        List<List<Expression>> together = IntStream.range(0, 200).parallel()
                .mapToObj(i -> formulas.stream().map(FormulaStructureTest::check).toList()).toList();
        assertThat(together).allMatch(alone::equals);
    }

    private static Expression check(String text) {
        return Formulas.check(text, FixtureNames.NAMES);
    }

    private static FormulaProblem problem(String text) {
        return problemOf(() -> Formulas.check(text, FixtureNames.NAMES));
    }

    private static String problem(String text, Type expected) {
        return problemOf(() -> Formulas.check(text, FixtureNames.NAMES, expected)).message().text();
    }

    private static FormulaProblem problemOf(Supplier<Expression> check) {
        try {
            throw new AssertionError("The formula was accepted: " + check.get());
        } catch (FormulaException refused) {
            return refused.problem();
        }
    }

    /** The formula with a bracket around every operation. */
    private static String structure(Expression expression) {
        return switch (expression) {
            case Expression.NumberLiteral number -> number.value().toString();
            case Expression.BooleanLiteral truth -> String.valueOf(truth.value());
            case Expression.ReadIndicator read -> read.code()
                    + (read.series() == Series.ACTUAL ? "" : "." + read.series().word());
            case Expression.ReadValue value -> switch (value.source()) {
                case Symbol.Source.Dated dated -> dated.code();
                case Symbol.Source.OfPeriod period -> "period." + period.figure().name().toLowerCase(Locale.ROOT);
                default -> throw new AssertionError("Not generated: " + value);
            };
            case Expression.Negate negate -> "(-" + structure(negate.operand()) + ")";
            case Expression.Not not -> "(!" + structure(not.operand()) + ")";
            case Expression.Arithmetic arithmetic -> infix(arithmetic.left(), arithmetic.operator().sign(),
                    arithmetic.right());
            case Expression.Comparison comparison -> infix(comparison.left(), comparison.operator().sign(),
                    comparison.right());
            case Expression.Logical logical -> infix(logical.left(), logical.and() ? "&&" : "||", logical.right());
            case Expression.Conditional conditional -> "(" + structure(conditional.condition()) + " ? "
                    + structure(conditional.then()) + " : " + structure(conditional.otherwise()) + ")";
            case Expression.InList in -> "(" + structure(in.value()) + " in [" + structures(in.options()) + "])";
            case Expression.InRange in -> "(" + structure(in.value()) + " in " + structure(in.low())
                    + (in.lowIncluded() ? "" : "<") + ".." + (in.highIncluded() ? "" : "<") + structure(in.high())
                    + ")";
            case Expression.Call call -> nameOf(call.function()) + "(" + structures(call.arguments()) + ")";
            default -> throw new AssertionError("Not generated: " + expression);
        };
    }

    private static String nameOf(Function function) {
        return FunctionRegistry.all().stream()
                .filter(form -> form.meaning().equals(new FunctionDescription.Meaning.Plain(function))).findFirst()
                .orElseThrow().name();
    }

    private static String infix(Expression left, String operator, Expression right) {
        return "(" + structure(left) + " " + operator + " " + structure(right) + ")";
    }

    private static String structures(List<Expression> expressions) {
        return expressions.stream().map(FormulaStructureTest::structure).collect(Collectors.joining(", "));
    }
}
