package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Calendar;
import dev.hermes.model.Document;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {
        """
            hermes: 1
            kind: rateTable
            code: commission
            name: Commission by sales
            quantity: USD
            value: ratio
            below: nearest
            rows:
              - {from: 0, to: 1000, value: 0.01}
              - {from: 1000, to: 3000, value: 0.02}
              - {from: 3000, value: 0.03}
            """,
        """
            hermes: 1
            kind: ruleTable
            code: salesRules
            unit: USD
            hitPolicy: unique
            rules:
              - condition: sales < 0.70 * sales.target
                expression: '0'
                reason: Below 70 % of quota
              - condition: sales >= 0.70 * sales.target && region in ['North', 'East']
                expression: marginal(sales, tierByQuota) * commissionRate
                reason: Marginal tiers on the quota of the period
            otherwise: {expression: '0', reason: No rule for the region}
            """,
        """
            hermes: 1
            kind: ruleTable
            code: vipRules
            unit: USD
            rules:
              - {condition: "region in ['North', 'East']", expression: '25', reason: Region}
              - {condition: level == 'city', expression: '10'}
            otherwise: {expression: failure}
            """,
        """
            hermes: 1
            kind: layout
            code: indicators
            name: Indicators
            nodes:
              hotelNights: {x: -40, y: 96}
              netNights: {x: 316, y: 96}
            groups:
              - {code: travel, name: Travel, members: [hotelNights, netNights], collapsed: true}
            """,
        """
            hermes: 1
            kind: dataset
            code: orders
            columns:
              orderId: text
              orderDate: date
              seller: text
              amount: {type: USD, digits: 12, scale: 2, required: true, min: 0, max: 1000.5}
              shippedOn: {type: date, min: 2026-01-01}
              channel: {type: text, in: [web, 'true'], unique: true}
              helper: {type: text, refersTo: persons}
              productId: {type: text, refersTo: products}
            key: orderId
            date: orderDate
            credit: {person: seller}
            joins:
              product: {dataset: products, on: orderId}
            measures:
              net:
                unit: USD
                formula: |-
                  amount > 0
                    ? amount * 0.8
                    : amount
            """,
        """
            hermes: 1
            kind: scheme
            code: monthly
            population: sellers
            calendar: months
            from: 2026-01-01
            payLine: commission
            currency: USD
            minorUnit: 2
            parameters: [commissionPay, quality]
            proration: {days: days(assignment), basis: days(period)}
            cap: '12000'
            balances:
              owed: {unit: USD, closing: owed + payout - commissionPay}
            """,
        """
            hermes: 1
            kind: population
            code: sellers
            include: {organisations: ['0042', North, 'true'], positions: [Seller]}
            condition: '!onRamp'
            """})
    void yamlIsWrittenAsAPersonWouldWriteIt(String yaml) {
        assertThat(DocumentWriter.toYaml(read(yaml))).isEqualTo(yaml);
    }

    @Test
    void whatGoesWithoutSayingIsNotSaid() {
        assertThat(DocumentWriter.toYaml(read("""
                name: salesRules
                code: salesRules
                kind: ruleTable
                hermes: 1
                otherwise: failure
                each: period
                rules: [{expression: "sales * 0.05"}]
                hitPolicy: first
                unit: USD
                """))).isEqualTo("""
                hermes: 1
                kind: ruleTable
                code: salesRules
                unit: USD
                rules:
                  - {expression: sales * 0.05}
                """);
    }

    @Test
    void aListHasALineForEachRowUnlessAllRowsAreShort() {
        String longCondition = "sales > 0" + " && sales > 0".repeat(10);
        RuleTable table = new RuleTable("salesRules", "salesRules", Unit.MONEY, RuleTable.HitPolicy.FIRST, false,
                List.of(new RuleTable.Rule(new Formula(longCondition), new Formula("sales"), ""),
                        new RuleTable.Rule(null, new Formula("target"), "")),
                null, "");

        assertThat(DocumentWriter.toYaml(table)).isEqualTo("""
                hermes: 1
                kind: ruleTable
                code: salesRules
                unit: money
                rules:
                  - condition: %s
                    expression: sales
                  - expression: target
                """.formatted(longCondition));
    }

    @Test
    void canonicalJsonHasNoSpacesAndDecimalsAsText() {
        assertThat(DocumentWriter.toCanonicalJson(read("""
                kind: rateTable
                hermes: 1
                code: commission
                name: Provision für "Nächte"
                below: failure
                value: ratio
                keys: {vip: boolean, size: number}
                rows:
                  - {vip: true, size: 1.0, value: 0.50, to: 1000.00, validFrom: 2026-01-01}
                """))).isEqualTo("{\"hermes\":1,\"kind\":\"rateTable\",\"code\":\"commission\","
                + "\"name\":\"Provision für \\\"Nächte\\\"\",\"value\":\"ratio\","
                + "\"keys\":{\"vip\":\"boolean\",\"size\":\"number\"},"
                + "\"rows\":[{\"vip\":true,\"size\":\"1\",\"to\":\"1000\",\"value\":\"0.5\","
                + "\"validFrom\":\"2026-01-01\"}]}");
    }

    @Test
    void rowsThatWereBroughtInAreNoPartOfTheDocument() {
        RateTable table = new RateTable("prices", "prices", Unit.NUMBER, Unit.MONEY, List.of(),
                RateTable.InclusiveBound.LOWER, null, RateTable.Outside.FAILURE, RateTable.Outside.FAILURE,
                RateTable.Outside.FAILURE, true, List.of());
        RateTable filled = table
                .withRows(List.of(new RateTable.Row(List.of(), null, null, Decimal.ONE, null, null)));

        assertThat(DocumentWriter.toCanonicalJson(filled)).isEqualTo(DocumentWriter.toCanonicalJson(table))
                .contains("\"rows\":\"imported\"");
    }

    @Test
    void charactersThatReadersRefuseAreWrittenSoThatTheyAreFound() {
        Population population = new Population("sellers", "Sell\u0007ers", Population.Selection.NONE, null,
                Population.Selection.NONE);

        assertThat(DocumentWriter.toYaml(population)).contains("name: \"Sell\\aers\"");
        assertThat(DocumentWriter.toCanonicalJson(population)).contains("\"name\":\"Sell\\u0007ers\"");
    }

    @Test
    void whatNoDocumentCanSayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentWriter.toYaml(indicator(SeriesSource.NONE, SeriesSource.NONE)))
                .withMessageContaining("actual is None");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentWriter.toCanonicalJson(indicator(new SeriesSource.Upload(false),
                        new SeriesSource.Query("SELECT 1", Treatment.ZERO))))
                .withMessageContaining("target or baseline");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentWriter.toYaml(
                        indicator(new SeriesSource.Query("SELECT 1", new Treatment.Value(Decimal.ONE)),
                                SeriesSource.NONE)))
                .withMessageContaining("[zero, missing, failure]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentWriter.toYaml(new RuleTable("rules", "rules", Unit.MONEY,
                        RuleTable.HitPolicy.FIRST, false, List.of(), null, "Reason")))
                .withMessageContaining("Reason");
    }

    @Test
    void aCalendarOfYearsFromJulyIsOneWordAndOneNumber() {
        assertThat(DocumentWriter.toYaml(
                new Calendar("years", "Years", new Calendar.Periods.Regular(Calendar.Length.YEARS, 7)))).isEqualTo("""
                        hermes: 1
                        kind: calendar
                        code: years
                        name: Years
                        periods: years
                        yearStart: 7
                        """);
    }

    private static Indicator indicator(SeriesSource actual, SeriesSource target) {
        return new Indicator("sales", "sales", Unit.MONEY, Scope.OWN, null, MembersWithoutValue.FAILURE, false, actual,
                target, SeriesSource.NONE, Treatment.FAILURE);
    }

    private static Document read(String yaml) {
        return DocumentReader.read("document.yaml", yaml).getFirst().document();
    }
}
