package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Calendar;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Population;
import dev.hermes.model.RateTable;
import dev.hermes.model.RuleTable;
import dev.hermes.model.Scheme;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    @Test
    void aCalendarOfGivenPeriods() {
        assertThat(example("calendars.yaml", "quota-periods")).isEqualTo(new Calendar("quota-periods", "Quota periods",
                new Calendar.Periods.Given(List.of(new Calendar.Start("P01", LocalDate.of(2011, 5, 31), "FY2011"),
                        new Calendar.Start("P02", LocalDate.of(2011, 8, 31), "FY2011"),
                        new Calendar.Start("P03", LocalDate.of(2011, 12, 1), "FY2012"),
                        new Calendar.Start("P04", LocalDate.of(2012, 2, 29), "FY2012")), LocalDate.of(2012, 5, 30))));
    }

    @Test
    void aCalendarOfMonthsWithAYearFromApril() {
        assertThat(example("calendars.yaml", "months")).isEqualTo(new Calendar("months", "Calendar months",
                new Calendar.Periods.Regular(Calendar.Length.MONTHS, 4)));
    }

    @Test
    void aDatedValueOfMoney() {
        assertThat(example("dated-values.yaml", "salary")).isEqualTo(new DatedValue("salary", "Yearly salary",
                Type.number(Unit.money("USD")), DatedValue.Subject.PERSON));
    }

    @Test
    void aDatasetWithJoinsMeasuresAndSplitCredit() {
        Type price = Type.number(Unit.money("USD"));
        assertThat(example("datasets.yaml", "order-lines")).isEqualTo(new Dataset("order-lines", "order-lines",
                List.of(new Dataset.Column("lineId", Type.NUMBER, 9, 0),
                        new Dataset.Column("orderId", Type.TEXT, 0, 0),
                        new Dataset.Column("productId", Type.TEXT, 0, 0),
                        new Dataset.Column("orderedOn", Type.DATE, 0, 0),
                        new Dataset.Column("quantity", Type.NUMBER, 18, 0), new Dataset.Column("price", price, 18, 4),
                        new Dataset.Column("discount", Type.number(Unit.RATIO), 6, 4),
                        new Dataset.Column("referrer", Type.TEXT, 0, 0)),
                "lineId", "orderedOn", null,
                List.of(new Dataset.Credit(DatedValue.Subject.PERSON, "order.seller", new Formula("0.75")),
                        new Dataset.Credit(DatedValue.Subject.PERSON, "referrer",
                                new Formula("late ? 0.125 : 0.25"))),
                List.of(new Dataset.Join("order", "orders", "orderId"),
                        new Dataset.Join("product", "products", "productId")),
                List.of(new Dataset.Measure("net", Unit.money("USD"), new Formula("quantity * price * (1 - discount)")),
                        new Dataset.Measure("pieces", Unit.parse("pieces"), new Formula("""
                                product.isBundle
                                  ? quantity * product.piecesPerBundle
                                  : quantity""")))));
    }

    @Test
    void aDatasetWhoseColumnsHaveRules() {
        Dataset products = (Dataset) example("datasets.yaml", "products");

        assertThat(products.columns()).extracting(Dataset.Column::name, Dataset.Column::rules).containsExactly(
                tuple("productId", List.of()), tuple("name", List.of(new ColumnRule.Required())),
                tuple("isBundle", List.of()),
                tuple("piecesPerBundle", List.of(new ColumnRule.NumberRange(Decimal.ONE, Decimal.of(1000)))),
                tuple("line", List.of(new ColumnRule.OneOf(List.of("bikes", "parts")))),
                tuple("barCode", List.of(new ColumnRule.Unique())),
                tuple("soldSince", List.of(new ColumnRule.DateRange(LocalDate.of(2011, 1, 1), null))),
                tuple("supplier", List.of(new ColumnRule.Names(DatedValue.Subject.ORGANISATION))),
                tuple("successor", List.of(new ColumnRule.KeyOf("products"))));
    }

    @Test
    void aBaseIndicatorThatRollsUp() {
        assertThat(example("indicators.yaml", "teamSales")).isEqualTo(new Indicator("teamSales", "Sales of the team",
                Unit.money("USD"), Scope.SUBORDINATES, new Formula("!isMissing(sales.target)"),
                MembersWithoutValue.SKIP, false,
                new SeriesSource.Facts("orders", Aggregation.SUM, "subTotal", null, null, Treatment.ZERO),
                new SeriesSource.Upload(true), SeriesSource.NONE, Treatment.MISSING));
    }

    @Test
    void anIndicatorFromAQuery() {
        Indicator customers = (Indicator) example("indicators.yaml", "newCustomers");

        assertThat(customers.historyOfPerson()).isTrue();
        assertThat(customers.actual()).isEqualTo(new SeriesSource.Query("""
                SELECT seller AS person, count(DISTINCT customer) AS value
                FROM orders
                WHERE order_date >= $from AND order_date < $to
                GROUP BY seller""", Treatment.ZERO));
        assertThat(customers.target()).isEqualTo(
                new SeriesSource.Facts("quotas", Aggregation.MAX, "customers", null, null, Treatment.FAILURE));
        assertThat(customers.attainmentWithoutTarget()).isEqualTo(Treatment.ZERO);
    }

    @Test
    void aCompositeIndicatorOfNamedLevels() {
        assertThat(example("indicators.yaml", "cityShare")).isEqualTo(new Indicator("cityShare", "Share of the cities",
                Unit.RATIO, Scope.ofLevels(List.of("city", "team")), null, MembersWithoutValue.FAILURE, false,
                new SeriesSource.Composite(new Formula("sales / teamSales"), false, true),
                new SeriesSource.Composite(new Formula("departmentFactor * 0.8"), false, false),
                new SeriesSource.FromIndicator("sales"), Treatment.FAILURE));
    }

    @Test
    void aSubjectiveIndicator() {
        assertThat(((Indicator) example("indicators.yaml", "conduct")).actual())
                .isEqualTo(new SeriesSource.Score(Decimal.ZERO, Decimal.parse("1.2"), Decimal.ONE));
    }

    @Test
    void aRateTableWithKeysDatesAndOpenBands() {
        assertThat(example("rate-tables.yaml", "tierByQuota")).isEqualTo(new RateTable("tierByQuota", "tierByQuota",
                Unit.money("USD"), Unit.RATIO,
                List.of(new RateTable.Key("region", ValueType.TEXT), new RateTable.Key("vip", ValueType.BOOLEAN)),
                RateTable.InclusiveBound.LOWER, new Formula("sales.target"), RateTable.Outside.ZERO,
                RateTable.Outside.NEAREST, RateTable.Outside.ZERO, false,
                List.of(row(List.of("North", "false"), "0.8", "0.9", "0.5"),
                        new RateTable.Row(List.of("North", "false"), Decimal.parse("0.9"), null, Decimal.ONE, null,
                                null),
                        new RateTable.Row(List.of("North", "true"), Decimal.parse("0.8"), null, Decimal.parse("1.5"),
                                null, null))));
        assertThat(((RateTable) example("rate-tables.yaml", "targetPercentage")).rows()).contains(new RateTable.Row(
                List.of("Engineer"), null, null, Decimal.parse("0.08"), LocalDate.of(2026, 7, 1), null));
    }

    @Test
    void aRuleTableWithReasons() {
        assertThat(example("rule-tables.yaml", "salesRules")).isEqualTo(new RuleTable("salesRules",
                "Commission on sales", Unit.money("USD"), RuleTable.HitPolicy.FIRST, false,
                List.of(new RuleTable.Rule(new Formula("indicator.attainment >= 1.2"), new Formula("indicator * 0.08"),
                        "Above 120 %"),
                        new RuleTable.Rule(new Formula("indicator.attainment >= 0.8"), new Formula("indicator * 0.05"),
                                "Above 80 %")),
                new Formula("0"), "Below the gate"));
    }

    @Test
    void whatHoldsOtherwiseIsAFailureUnlessSaid() {
        assertThat(((RuleTable) example("rule-tables.yaml", "gate")).otherwise()).isNull();
        assertThat(((RuleTable) example("rule-tables.yaml", "quotaRules")).otherwise()).isNull();
        assertThat(((RuleTable) example("rule-tables.yaml", "orderBonus")).otherwise()).isEqualTo(new Formula("0"));
    }

    @Test
    void aParameterOfSeveralItems() {
        assertThat(example("parameters.yaml", "quality")).isEqualTo(new Parameter("quality", "Quality of service",
                Unit.RATIO,
                List.of(new Parameter.Item("conductOfGuests", "conduct", "gate"),
                        new Parameter.Item("hours", "hours", "gate")),
                new Formula("min(conductOfGuests, hours)"), new Formula("level == 'city'"), new Formula("0"), null,
                false));
    }

    @Test
    void aPopulationWhoseIdsKeepTheirZeros() {
        assertThat(example("populations.yaml", "sellers-north")).isEqualTo(new Population("sellers-north",
                "Sellers in the north",
                new Population.Selection(List.of("North", "4711"), List.of("Seller", "Senior seller"), List.of(),
                        List.of()),
                new Formula("!onRamp && days(assignment) >= 15"), new Population.Selection(List.of(), List.of(),
                        List.of("0042"), List.of("7_Seller_East", "8_Seller%5FB_East"))));
    }

    @Test
    void aSchemeWithBalances() {
        assertThat(example("schemes.yaml", "draw")).isEqualTo(new Scheme("draw", "draw", "draw", "everybody", "months",
                LocalDate.of(2026, 1, 1), null, "draw", "JPY", 2, Scheme.Payee.PERSON, new Formula("!onRamp"),
                List.of("commissionPay"), null, new Formula("max(commissionPay - recovered, 1000)"), null,
                new Formula("0"), null, true,
                List.of(new Scheme.Balance("owed", Unit.money("USD"), Decimal.ZERO,
                        new Formula("owed + payout - commissionPay"), 2),
                        new Scheme.Balance("recovered", Unit.money("USD"), Decimal.parse("-12.5"), new Formula("""
                                period.index >= 4
                                  ? min(owed, max(commissionPay - 1000, 0))
                                  : 0"""), 4))));
    }

    @Test
    void theMinorUnitIsThatOfTheCurrencyUnlessSaid() {
        assertThat(scheme("USD").minorUnit()).isEqualTo(2);
        assertThat(scheme("JPY").minorUnit()).isZero();
        assertThat(scheme("KWD").minorUnit()).isEqualTo(3);
    }

    @Test
    void aMappingWithDatesConstantsAndLookups() {
        SequencedMap<String, Mapping.Field> fields = new LinkedHashMap<>();
        fields.put("orderId", new Mapping.Field(new Mapping.Origin.Column("SalesOrderID"), null, 0, Map.of()));
        fields.put("orderDate",
                new Mapping.Field(new Mapping.Origin.Column("OrderDate"), "MM/dd/yyyy", 0, Map.of()));
        fields.put("seller", new Mapping.Field(new Mapping.Origin.Column("SalesPersonID"), null, 0, Map.of()));
        fields.put("subTotal", new Mapping.Field(new Mapping.Origin.Column("SubTotal"), null, 0, Map.of()));
        fields.put("territory", new Mapping.Field(new Mapping.Origin.Column("TerritoryID"), null, 0,
                Map.of("1", "North", "2", "East", "", "Nowhere")));
        fields.put("vip", new Mapping.Field(new Mapping.Origin.Constant("false"), null, 0, Map.of()));

        Document mapping = example("mappings.yaml", "orders-file");

        assertThat(mapping).isEqualTo(new Mapping("orders-file", "orders-file", "../data/sales_order_header.csv",
                new Mapping.Format.Csv(','), Mapping.Target.FACTS, "orders", new Formula("SalesPersonID != ''"),
                fields));
        assertThat(((Mapping) mapping).fields().sequencedKeySet()).containsExactly("orderId", "orderDate", "seller",
                "subTotal", "territory", "vip");
    }

    @Test
    void aFormatMayBeThatOfAPlugin() {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("sheet", "2026");
        options.put("range", "A3:F");

        assertThat(((Mapping) example("mappings.yaml", "seats")).format())
                .isEqualTo(new Mapping.Format.Adapter("excel", options));
        assertThat(((Mapping) example("mappings.yaml", "pillars")).format())
                .isEqualTo(new Mapping.Format.Adapter("excel", new LinkedHashMap<>()));
    }

    @Test
    void numbersAreReadFromTheirSourceText() {
        RateTable table = (RateTable) read("""
                hermes: 1
                kind: rateTable
                code: commission
                value: ratio
                rows:
                  - {from: 0.10, to: 99999999999999999999999999.999999999999, value: 0.000000000001}
                  - {to: "-0.3", value: 00.50}
                """);

        assertThat(table.rows()).containsExactly(
                new RateTable.Row(List.of(), Decimal.parse("0.1"), Decimal.MAX, Decimal.parse("0.000000000001"), null,
                        null),
                new RateTable.Row(List.of(), null, Decimal.parse("-0.3"), Decimal.parse("0.5"), null, null));
    }

    @Test
    void keysOfOneValueAreOneHoweverTheyAreWritten() {
        RateTable table = (RateTable) read("""
                hermes: 1
                kind: rateTable
                code: commission
                value: ratio
                keys: {size: number, vip: boolean, since: date}
                rows:
                  - {size: 1.50, vip: True, since: 2026-01-01, value: 1}
                """);

        assertThat(table.rows().getFirst().keys()).containsExactly("1.5", "true", "2026-01-01");
    }

    @Test
    void everyDocumentOfAFileIsReadInOrder() {
        assertThat(DocumentReader.read("calendars.yaml", Texts.read("calendars.yaml")))
                .extracting(loaded -> loaded.document().code())
                .containsExactly("months", "quarters", "quota-periods", "campaign");
    }

    @Test
    void eachValueKnowsItsPlace() {
        LoadedDocument rules = DocumentReader.read("rules.yaml", """
                # Rules
                hermes: 1
                kind: ruleTable
                code: salesRules
                unit: USD
                rules:
                  - {condition: sales > 0, expression: sales * 0.05}
                  - condition: sales < 0
                    expression: >-
                      sales
                      * 0.04
                """).getFirst();

        assertThat(rules.locate("")).isEqualTo(new Location("rules.yaml", 2, 1));
        assertThat(rules.locate("code")).isEqualTo(new Location("rules.yaml", 4, 7));
        assertThat(rules.locate("rules[0].condition")).isEqualTo(new Location("rules.yaml", 7, 17));
        assertThat(rules.locate("rules[1].expression")).isEqualTo(new Location("rules.yaml", 9, 17));
        assertThat(rules.locate("rules[1].reason")).isEqualTo(new Location("rules.yaml", 8, 5));
        assertThat(rules.locate("rules[7].reason")).isEqualTo(new Location("rules.yaml", 7, 3));
        assertThat(rules.locate("otherwise")).isEqualTo(new Location("rules.yaml", 2, 1));
    }

    @Test
    void aByteOrderMarkAndLineEndsOfOtherSystemsChangeNothing() {
        String text = Texts.read("schemes.yaml");

        assertThat(DocumentReader.read("schemes.yaml", "\uFEFF" + text.replace("\n", "\r\n")))
                .isEqualTo(DocumentReader.read("schemes.yaml", text));
    }

    @Test
    void jsonIsReadAsTheYamlThatItIs() {
        assertThat(read("""
                {"hermes": 1, "kind": "calendar", "code": "quarters",
                 "periods": "quarters"}
                """)).isEqualTo(example("calendars.yaml", "quarters"));
    }

    @Test
    void aDocumentWithoutAFileHasFindingsWithoutPlaces() {
        assertThatThrownBy(() -> DocumentReader.readJson("{\"hermes\":1,\"kind\":\"calendar\",\"code\":\"months\"}"))
                .isInstanceOfSatisfying(FindingsException.class, refusal -> assertThat(refusal.findings())
                        .containsExactly(Finding.error("calendar months", "periods", null,
                                Message.verbatim("The field 'periods' is missing. Maybe add it."))));
    }

    @Test
    void storedJsonIsOneDocument() {
        assertThatThrownBy(() -> DocumentReader.readJson(Texts.read("calendars.yaml")))
                .isInstanceOf(FindingsException.class).hasMessageContaining("there are 4");
    }

    private static RateTable.Row row(List<String> keys, String lower, String upper, String value) {
        return new RateTable.Row(keys, Decimal.parse(lower), Decimal.parse(upper), Decimal.parse(value), null, null);
    }

    private static Scheme scheme(String currency) {
        return (Scheme) read("""
                hermes: 1
                kind: scheme
                code: monthly
                population: sellers
                calendar: months
                from: 2026-01-01
                payLine: commission
                parameters: [commissionPay]
                currency: %s
                """.formatted(currency));
    }

    private static Document read(String text) {
        return DocumentReader.read("document.yaml", text).getFirst().document();
    }

    private static Document example(String file, String code) {
        return DocumentReader.read(file, Texts.read(file)).stream().map(LoadedDocument::document)
                .filter(document -> document.code().equals(code)).findFirst().orElseThrow();
    }
}
