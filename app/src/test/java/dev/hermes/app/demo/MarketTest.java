package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MarketTest {

    private final DemoOptions options = new DemoOptions(300, 50_000, 6, 1);
    private final Company company = Company.of(options);
    private final Market market = Market.of(company, options);

    @Test
    void theQuotasOfAllDaysAreTheFactsThatWereAskedFor() {
        assertThat(options.start().datesUntil(options.end())
                .mapToLong(day -> market.ordersOn(day) + market.visitsOn(day)).sum()).isEqualTo(50_000);
    }

    @Test
    void fridaysAreBusierThanMondaysAndNobodyIsVisitedOnSundays() {
        LocalDate friday = LocalDate.of(2026, 3, 6);
        assertThat(market.ordersOn(friday)).isGreaterThan(market.ordersOn(friday.plusDays(3)) * 5 / 4);
        assertThat(market.visitsOn(friday.plusDays(2))).isZero();
    }

    @Test
    void pricesFallAsOrdersMultiplySoThatSellersSellForTheSame() {
        Market larger = Market.of(company, new DemoOptions(300, 500_000, 6, 1));
        assertThat(larger.price()).isCloseTo(market.price() / 10, within(0.01 * market.price()));
        Employee seller = seller();
        assertThat(larger.revenue(seller, seller.last(), YearMonth.of(2026, 3)))
                .isEqualTo(market.revenue(seller, seller.last(), YearMonth.of(2026, 3)));
    }

    @Test
    void whoIsThereForHalfOfAMonthIsExpectedToSellAboutHalf() {
        Employee seller = new Employee("1", "Half Month", options.start(), seller().traits());
        seller.take(Position.SELLER, company.teams().getFirst(), options.start());
        double whole = market.revenue(seller, seller.last(), YearMonth.of(2026, 6));
        seller.end(LocalDate.of(2026, 6, 16));
        assertThat(market.revenue(seller, seller.last(), YearMonth.of(2026, 6)) / whole).isCloseTo(0.5, within(0.05));
    }

    private Employee seller() {
        return company.employees().stream().filter(Employee::isSteady)
                .filter(employee -> employee.last().position() == Position.SELLER).findFirst().orElseThrow();
    }
}
