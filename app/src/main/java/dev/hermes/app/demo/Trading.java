package dev.hermes.app.demo;

import dev.hermes.app.demo.Catalogue.Sale;
import dev.hermes.app.demo.SalesForce.Worker;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Correction;
import dev.hermes.model.Series;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Day after day of business: visits, orders, and what comes of some of them later. Used once. */
final class Trading {

    private static final double WITHOUT_SELLER = 0.0015;
    private static final double MISTYPED_SELLER = 0.0003;
    private static final double RECORDED_LATE = 0.03;
    private static final double UPHELD = 0.6;
    private static final double WITHDRAWN = 0.03;
    private static final int LONGEST_DECISION = 30;
    private static final int CENTS = 2;
    private static final String[] CHANNELS = {"App", "Phone", "Counter", "Partner"};
    private static final double[] CHANNEL_WEIGHTS = {0.45, 0.2, 0.25, 0.1};
    private static final String[] OUTCOMES = {"Order", "Follow-up", "Nobody there"};
    private static final double[] OUTCOME_WEIGHTS = {0.3, 0.5, 0.2};
    private static final List<String> SUBJECTS = List.of("Room not as described", "Wrong date booked",
            "Refund took too long", "Nobody answered", "Price differed from the offer", "Guide did not turn up");

    private final DemoOptions options;
    private final Market market;
    private final Books books;
    private final Chance chance;
    private final Catalogue catalogue;
    private final SalesForce salesForce;
    private final Agenda<Order> refunds;
    private final Agenda<Complaint> complaints;
    private final Map<WorkedMonth, int[]> upheld = new LinkedHashMap<>();

    /** An order as it was booked. */
    record Order(String id, @Nullable String seller, String customer, Sale sale, String channel, Decimal amount,
            Decimal discount) {}

    private record Complaint(Order order, Worker about) {}

    private record WorkedMonth(Worker worker, YearMonth month) {}

    Trading(Company company, DemoOptions options, Market market, Books books) {
        this.options = options;
        this.market = market;
        this.books = books;
        chance = Chance.of(options.seed(), "trading");
        catalogue = new Catalogue(chance);
        salesForce = new SalesForce(company.employees(), options);
        refunds = new Agenda<>(options.end());
        complaints = new Agenda<>(options.end());
    }

    void run(ProgressListener progress) {
        catalogue.products().forEach(books::product);
        long done = 0;
        for (LocalDate day = options.start(); day.isBefore(options.end()); day = day.plusDays(1)) {
            salesForce.assemble(day);
            visits(day);
            orders(day);
            done += market.visitsOn(day) + market.ordersOn(day);
            progress.progress("facts", done, options.facts());
        }
    }

    private void visits(LocalDate day) {
        long quota = market.visitsOn(day);
        for (long i = 0; i < quota; i++) {
            Employee employee = salesForce.forVisit().employee();
            books.visit(day, employee.id(), customerOf(employee), chance.wholeBetween(10, 90),
                    OUTCOMES[chance.weighted(OUTCOME_WEIGHTS)]);
        }
    }

    private void orders(LocalDate day) {
        long quota = market.ordersOn(day);
        for (Order refunded : refunds.take(day, quota)) {
            books.refund(day, refunded);
            quota--;
        }
        for (Complaint complaint : complaints.take(day, quota)) {
            complain(day, complaint);
            quota--;
        }
        for (long i = 0; i < quota; i++) {
            order(day);
        }
    }

    private void order(LocalDate day) {
        Worker worker = salesForce.forOrder();
        double size = worker.stint().position().orderSize();
        Sale sale = catalogue.draw(size > 1);
        Decimal amount = Decimal
                .of(BigDecimal.valueOf(Math.round(sale.price() * size * market.price() * 100), CENTS));
        Order order = books.order(day, chance.happens(RECORDED_LATE) ? day.plusDays(chance.wholeBetween(1, 6)) : day,
                seller(worker.employee()), customerOf(worker.employee()), sale,
                CHANNELS[chance.weighted(CHANNEL_WEIGHTS)], amount, catalogue.discount());
        if (chance.happens(Market.REFUNDS)) {
            refunds.put(day.plusDays(chance.wholeBetween(1, 25)), order);
        }
        if (chance.happens(Market.COMPLAINTS * worker.employee().traits().carelessness())) {
            complaints.put(day.plusDays(chance.wholeBetween(1, 20)), new Complaint(order, worker));
        }
    }

    /** Some orders name nobody, and a few somebody whom nobody knows. */
    private @Nullable String seller(Employee employee) {
        if (chance.happens(WITHOUT_SELLER)) {
            return null;
        }
        return chance.happens(MISTYPED_SELLER)
                ? employee.id().substring(0, 2) + " " + employee.id().substring(2)
                : employee.id();
    }

    private String customerOf(Employee employee) {
        return "C" + employee.id() + "-" + (Portfolio.draw(employee.traits().customers(), chance) + 1);
    }

    private void complain(LocalDate day, Complaint complaint) {
        boolean decided = day.plusDays(chance.wholeBetween(1, LONGEST_DECISION)).isBefore(options.end());
        boolean isUpheld = chance.happens(UPHELD);
        books.complaint(day, complaint.order(), chance.pick(SUBJECTS), decided ? isUpheld : null);
        Employee about = complaint.about().employee();
        if (decided && isUpheld && about.isSteady() && about.id().equals(complaint.order().seller())) {
            int[] counts = upheld.computeIfAbsent(new WorkedMonth(complaint.about(), YearMonth.from(day)),
                    _ -> new int[2]);
            counts[0]++;
            counts[1] += chance.happens(WITHDRAWN) ? 1 : 0;
        }
    }

    /** Complaints that were upheld and withdrawn later no longer count. */
    List<Correction> corrections() {
        List<Correction> corrections = new ArrayList<>();
        upheld.forEach((of, counts) -> {
            if (counts[1] > 0) {
                corrections.add(new Correction("complaintCount", Series.ACTUAL, of.worker().stint().key().toString(),
                        of.month().toString(), Decimal.of(counts[0] - (long) counts[1]),
                        "A complaint was withdrawn by the customer"));
            }
        });
        return corrections;
    }
}
