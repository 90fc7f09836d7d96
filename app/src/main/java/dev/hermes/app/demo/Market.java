package dev.hermes.app.demo;

import dev.hermes.app.demo.Employee.Stint;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * How much business there is, and what may be expected of whom. Prices follow from the number of facts, so that a
 * seller sells for about the same amount however many orders that takes. Immutable.
 */
final class Market {

    /** What an ordinary seller sells for in an average month. */
    private static final double REVENUE_OF_SELLER = 110_000;
    private static final double VISITS = 0.35;
    static final double REFUNDS = 0.04;
    static final double COMPLAINTS = 0.014;

    private final LocalDate start;
    private final long[] orderQuotas;
    private final long[] visitQuotas;
    private final double ordersOfSeller;

    private Market(LocalDate start, long[] orderQuotas, long[] visitQuotas, double ordersOfSeller) {
        this.start = start;
        this.orderQuotas = orderQuotas;
        this.visitQuotas = visitQuotas;
        this.ordersOfSeller = ordersOfSeller;
    }

    static Market of(Company company, DemoOptions options) {
        double[] orders = new double[options.days()];
        double[] visits = new double[options.days()];
        for (int i = 0; i < orders.length; i++) {
            LocalDate day = options.start().plusDays(i);
            orders[i] = Seasons.ofOrders(day) * strength(company.employees(), day);
            visits[i] = Seasons.ofVisits(day);
        }
        long visitFacts = Math.round(options.facts() * VISITS);
        long orderFacts = options.facts() - visitFacts;
        double business = 0;
        for (double ofDay : orders) {
            business += ofDay / Seasons.DAYS_OF_MONTH;
        }
        double booked = orderFacts / (1 + REFUNDS + COMPLAINTS);
        return new Market(options.start(), quotas(orders, orderFacts), quotas(visits, visitFacts), booked / business);
    }

    /** How many ordinary sellers those who are there on a day are worth. */
    private static double strength(List<Employee> employees, LocalDate day) {
        double strength = 0;
        YearMonth month = YearMonth.from(day);
        for (Employee employee : employees) {
            Stint stint = employee.on(day);
            if (stint != null && !employee.isAway(month)) {
                strength += stint.position().orders() * employee.traits().talent();
            }
        }
        return strength;
    }

    /** Parts of a total, whole numbers in proportion to weights. */
    private static long[] quotas(double[] weights, long total) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        long[] quotas = new long[weights.length];
        double passed = 0;
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            passed += weights[i];
            long upToHere = i == weights.length - 1 ? total : Math.round(total * passed / sum);
            quotas[i] = upToHere - given;
            given = upToHere;
        }
        return quotas;
    }

    /** How many orders, refunds and complaints there are on a day. */
    long ordersOn(LocalDate day) {
        return orderQuotas[index(day)];
    }

    long visitsOn(LocalDate day) {
        return visitQuotas[index(day)];
    }

    private int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - start.toEpochDay());
    }

    /** What one unit of {@link Catalogue}'s prices is worth, in yuan. */
    double price() {
        double kept = (1 - Catalogue.MEAN_DISCOUNT) * (1 - REFUNDS);
        return REVENUE_OF_SELLER / (ordersOfSeller * Catalogue.MEAN_PRICE * kept);
    }

    /** The revenue to expect on those days {@code [from, to)} of a month on which a stint holds. */
    double revenue(Employee employee, Stint stint, YearMonth month) {
        return REVENUE_OF_SELLER * stint.position().orderSize() * share(employee, stint, month);
    }

    /** The number of orders to expect in a month. */
    double orders(Employee employee, Stint stint, YearMonth month) {
        return ordersOfSeller * share(employee, stint, month);
    }

    private static double share(Employee employee, Stint stint, YearMonth month) {
        return stint.position().orders() * employee.traits().talent()
                * Seasons.ofMonth(month, stint.from(), stint.to());
    }
}
