package dev.hermes.app.demo;

import dev.hermes.app.demo.Catalogue.Line;
import dev.hermes.app.demo.Employee.Stint;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Series;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What people decide each month: targets, the figures of last year, scores and adjustments. Used once. */
final class MonthlyFigures {

    /** One in so many sellers is forgotten when a month's targets are set. */
    private static final int SELLERS_FOR_ONE_FORGOTTEN = 400;
    private static final int SELLERS_FOR_ONE_ADJUSTMENT = 150;
    private static final int HEADS_FOR_ONE_ADJUSTMENT = 40;
    private static final double LAST_YEAR = 0.9;
    private static final double SCORED = 0.92;
    private static final String[] SCORES = {"0.8", "0.85", "0.9", "0.95", "1", "1.05", "1.1", "1.15", "1.2"};
    private static final double[] SCORE_WEIGHTS = {1, 2, 5, 10, 50, 15, 10, 4, 3};
    private static final List<String> PLUS = List.of("Stood in at the trade fair", "Trained two newcomers",
            "On call over the holiday");
    private static final List<String> MINUS = List.of("Advance of last month", "Fuel card used privately");

    private final Company company;
    private final DemoOptions options;
    private final Market market;
    private final Chance chance;

    MonthlyFigures(Company company, DemoOptions options, Market market) {
        this.company = company;
        this.options = options;
        this.market = market;
        chance = Chance.of(options.seed(), "monthly figures");
    }

    void targets(Consumer<PeriodValueRow> target) {
        for (YearMonth month : options.calendar()) {
            Set<Employee> forgotten = some(SELLERS_FOR_ONE_FORGOTTEN, Position.SELLER, month);
            for (Employee employee : company.employees()) {
                for (Stint stint : employee.stints()) {
                    if (stint.position().hasTargets() && stint.isIn(month) && !forgotten.contains(employee)) {
                        targets(employee, stint, month, target);
                    }
                }
            }
        }
    }

    private void targets(Employee employee, Stint stint, YearMonth month, Consumer<PeriodValueRow> target) {
        double planned = market.revenue(employee, stint, month) * ramp(employee, month) * 1.02 * chance.factor(0.12);
        for (Line line : Line.values()) {
            double ofLine = planned * line.revenueShare() * chance.factor(0.08);
            target.accept(row(line.indicator(), Series.TARGET, stint, month, hundreds(ofLine)));
        }
        if (stint.position() == Position.KEY_ACCOUNTS) {
            double customers = Portfolio.distinct(employee.traits().customers(),
                    market.orders(employee, stint, month)) * ramp(employee, month);
            target.accept(
                    row("customers", Series.TARGET, stint, month, Decimal.of(Math.max(1, Math.round(customers)))));
        }
    }

    /** Newcomers are expected to sell half in their first month and three quarters in the second. */
    static double ramp(Employee employee, YearMonth month) {
        return switch ((int) ChronoUnit.MONTHS.between(YearMonth.from(employee.joined()), month)) {
            case 0 -> 0.5;
            case 1 -> 0.75;
            default -> 1;
        };
    }

    /** Last year's figures, of those who were there, and of the teams and cities that there were. */
    void baselines(Consumer<PeriodValueRow> baseline) {
        for (YearMonth month : options.calendar()) {
            Map<Organisation, Double> revenue = new HashMap<>();
            for (Employee employee : company.employees()) {
                for (Stint stint : employee.stints()) {
                    if (stint.position().hasTargets() && stint.isIn(month)) {
                        double expected = market.revenue(employee, stint, month);
                        add(revenue, stint, month, expected);
                        if (employee.joined().isBefore(month.minusYears(1).atDay(2))) {
                            baseline.accept(row("revenue", Series.BASELINE, stint, month,
                                    hundreds(expected * LAST_YEAR * chance.factor(0.2))));
                        }
                    }
                }
            }
            baselinesOfHeads(revenue, month, baseline);
        }
    }

    private static void add(Map<Organisation, Double> revenue, Stint stint, YearMonth month, double expected) {
        Organisation team = stint.organisation();
        revenue.merge(team, expected, Double::sum);
        revenue.merge(team.parentOn(month.atEndOfMonth()), expected, Double::sum);
    }

    /** One team in twenty is too young to have any. */
    private void baselinesOfHeads(Map<Organisation, Double> revenue, YearMonth month,
            Consumer<PeriodValueRow> baseline) {
        for (Employee employee : company.employees()) {
            for (Stint stint : employee.stints()) {
                boolean heads = stint.position() == Position.TEAM_LEAD || stint.position() == Position.CITY_LEAD;
                boolean young = Math.floorMod(stint.organisation().code().hashCode(), 20) == 0;
                if (heads && stint.isIn(month) && !young) {
                    double days = daysIn(stint, month) / (double) month.lengthOfMonth();
                    double lastYear = revenue.getOrDefault(stint.organisation(), 0.0) * LAST_YEAR * days
                            * chance.factor(0.15);
                    baseline.accept(row("teamRevenue", Series.BASELINE, stint, month, hundreds(lastYear)));
                }
            }
        }
    }

    private static long daysIn(Stint stint, YearMonth month) {
        LocalDate from = stint.from().isBefore(month.atDay(1)) ? month.atDay(1) : stint.from();
        LocalDate end = month.plusMonths(1).atDay(1);
        return ChronoUnit.DAYS.between(from, stint.to().isBefore(end) ? stint.to() : end);
    }

    /** Superiors score most sellers, but not all. */
    void scores(Consumer<PeriodValueRow> score) {
        for (YearMonth month : options.calendar()) {
            for (Employee employee : company.employees()) {
                for (Stint stint : employee.stints()) {
                    if (stint.position() == Position.SELLER && stint.isIn(month) && chance.happens(SCORED)) {
                        score.accept(row("judgement", Series.ACTUAL, stint, month,
                                Decimal.parse(SCORES[chance.weighted(SCORE_WEIGHTS)])));
                    }
                }
            }
        }
    }

    void adjustments(Consumer<Adjustment> adjustment) {
        for (YearMonth month : options.calendar()) {
            some(SELLERS_FOR_ONE_ADJUSTMENT, Position.SELLER, month)
                    .forEach(seller -> adjustment.accept(adjustment("field-sales", seller, month)));
            some(HEADS_FOR_ONE_ADJUSTMENT, Position.TEAM_LEAD, month)
                    .forEach(head -> adjustment.accept(adjustment("team-leads", head, month)));
        }
    }

    private Adjustment adjustment(String scheme, Employee employee, YearMonth month) {
        boolean plus = chance.happens(0.7);
        long amount = chance.wholeBetween(2, 12) * 50L;
        return new Adjustment(scheme, employee.last().key().toString(), month.toString(),
                Decimal.of(plus ? amount : -amount), chance.pick(plus ? PLUS : MINUS));
    }

    /** One in so many of those who hold one position for the whole month, in the order in which they were drawn. */
    private Set<Employee> some(int oneIn, Position position, YearMonth month) {
        List<Employee> holders = company.employees().stream()
                .filter(employee -> employee.last().position() == position)
                .filter(employee -> !employee.isAway(month) && employee.last().from().isBefore(month.atDay(2))
                        && employee.last().to().isAfter(month.atEndOfMonth()))
                .toList();
        Set<Employee> chosen = new LinkedHashSet<>();
        for (int i = 0; i < holders.size() / oneIn; i++) {
            chosen.add(chance.pick(holders));
        }
        return chosen;
    }

    private static PeriodValueRow row(String indicator, Series series, Stint stint, YearMonth month, Decimal value) {
        return new PeriodValueRow(indicator, series, stint.key().toString(), month.toString(), value);
    }

    private static Decimal hundreds(double amount) {
        return Decimal.of(Math.max(1, Math.round(amount / 100)) * 100);
    }
}
