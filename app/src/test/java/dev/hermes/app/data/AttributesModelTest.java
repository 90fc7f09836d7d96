package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.app.data.AttributeUse.Kind;
import dev.hermes.app.data.AttributeUse.Role;
import dev.hermes.app.data.AttributeValues.Frequent;
import dev.hermes.app.window.Offscreen;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Mapping;
import dev.hermes.model.Type;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the tenth of April: three people, of whom two have a grade; the orders of two; visits that nobody brought in. */
class AttributesModelTest extends OrdersFixture {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-10T08:00:00Z"), ZoneOffset.UTC);
    private static final String DOCUMENTS = """
            hermes: 1
            kind: datedValue
            code: grade
            name: Grade
            type: text
            of: person
            ---
            hermes: 1
            kind: datedValue
            code: salary
            name: Base salary
            type: CNY
            of: person
            ---
            hermes: 1
            kind: dataset
            code: orders
            name: Orders
            columns:
              order: text
              booked: date
              seller: {type: text, required: true}
              channel: {type: text, in: [App, Phone]}
              amount: {type: CNY, digits: 12, scale: 2, min: 0}
            key: order
            date: booked
            credit: {person: seller}
            ---
            hermes: 1
            kind: dataset
            code: visits
            name: Visits
            columns: {visit: text, made: date, seller: text}
            key: visit
            date: made
            credit: {person: seller}
            ---
            hermes: 1
            kind: indicator
            code: appSales
            name: App sales
            type: base
            unit: CNY
            dataset: orders
            aggregate: sum
            measure: amount
            where: channel == "App"
            ---
            hermes: 1
            kind: population
            code: juniors
            name: Juniors
            condition: grade == "junior"
            """;

    private AttributesModel model;

    @BeforeEach
    void openAttributes() {
        model = Offscreen.call(() -> new AttributesModel(frame, data, CLOCK));
    }

    private void entered() throws IOException {
        workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", DOCUMENTS)));
        bring("staff", "assignments", "", """
                person,position,organisation,from,to
                1,rep,N,2025-01-01,
                2,rep,N,2026-01-01,
                3,rep,N,2026-01-01,
                4,rep,N,2025-01-01,2026-04-01
                """);
        bring("grades", "datedValues", "of: grade\n", """
                person,value,from,to
                1,junior,,2026-04-01
                1,senior,2026-04-01,
                2,junior,,
                4,junior,,
                """);
        bring("shop", "facts", "of: orders\n", """
                order,booked,seller,channel,amount
                1,2026-04-01,1,App,10.50
                2,2026-04-02,2,App,20
                3,2026-04-03,2,,7.25
                """);
        show();
        after(() -> model.isShown().set(true));
    }

    private void bring(String code, String into, String of, String text) throws IOException {
        Files.writeString(folder.resolve(code + ".csv"), text);
        StringBuilder mapping = new StringBuilder("hermes: 1\nkind: mapping\ncode: " + code + "\nfile: " + code
                + ".csv\ninto: " + into + "\n" + of + "fields:\n");
        for (String column : text.lines().findFirst().orElseThrow().split(",")) {
            mapping.append("  ").append(column).append(": ").append(column).append('\n');
        }
        Importer.run(workspace, DocumentFile.read(code + ".yaml", mapping.toString()).documents().getFirst(), folder,
                ImportListener.NONE);
    }

    private Attribute chosen(String dataset, String code) {
        after(() -> model.choose(new Attribute.Id(dataset, code)));
        return seen(() -> model.attribute().orElseThrow());
    }

    private AttributeValues values() {
        return seen(() -> Objects.requireNonNull(model.values().get()));
    }

    private static NewAttribute fact(String dataset, String code, String type, String min) {
        return new NewAttribute(null, dataset, code, "", new Demands(type, true, false, min, "", ""), 2);
    }

    @Test
    void theyAreListedByWhoseTheyAre() throws IOException {
        entered();

        assertThat(seen(model::groups)).extracting(Attributes.Group::whose, Attributes.Group::of,
                group -> group.attributes().stream().map(Attribute::name).toList()).containsExactly(
                        tuple(Subject.PERSON, 3L, List.of("Base salary", "Grade")),
                        tuple(null, 0L, List.of("order", "booked", "seller", "channel", "amount")),
                        tuple(null, 0L, List.of("visit", "made", "seller")));
    }

    @Test
    void valuesAreThoseOfTheDayOfWhoIsThere() throws IOException {
        entered();

        Attribute grade = chosen("", "grade");
        assertThat(grade.sources()).containsExactly("grades");
        assertThat(values()).isEqualTo(new AttributeValues(2, 3, 2,
                List.of(new Frequent("junior", 1), new Frequent("senior", 1)), "", ""));
        assertThat(chosen("", "salary").sources()).isEmpty();
        assertThat(values().count()).isZero();
    }

    @Test
    void valuesOfFactsAreReadWhenTheyAreLookedAt() throws IOException {
        entered();

        assertThat(chosen("orders", "channel").sources()).containsExactly("shop");
        assertThat(values()).isEqualTo(new AttributeValues(2, 3, 1, List.of(new Frequent("App", 2)), "", ""));
        chosen("orders", "amount");
        assertThat(values()).isEqualTo(new AttributeValues(3, 3, 0, List.of(), "7.25", "20.00"));
        chosen("visits", "made");
        assertThat(values().of()).as("nothing was brought in").isZero();
        assertThat(seen(() -> List.copyOf(frame.problems()))).isEmpty();
    }

    @Test
    void eachSaysWhereItIsUsed() throws IOException {
        entered();

        assertThat(chosen("", "grade").uses())
                .containsExactly(new AttributeUse(Kind.POPULATION, "juniors", "Juniors", Role.CONDITION));
        assertThat(chosen("orders", "channel").uses())
                .containsExactly(new AttributeUse(Kind.INDICATOR, "appSales", "App sales", Role.FILTER));
        assertThat(chosen("orders", "amount").uses())
                .containsExactly(new AttributeUse(Kind.INDICATOR, "appSales", "App sales", Role.VALUE));
        assertThat(chosen("orders", "order").uses()).extracting(AttributeUse::role).containsExactly(Role.KEY);
    }

    @Test
    void aSearchFindsNamesAndCodes() throws IOException {
        entered();
        after(() -> model.search().set("SALARY"));

        assertThat(seen(model::groups)).singleElement().extracting(group -> group.attributes().size()).isEqualTo(1);
        after(() -> model.search().set("seller"));
        assertThat(seen(model::groups)).hasSize(2);
    }

    @Test
    void aColumnIsAddedToADatasetWithoutRowsAndTakenBack() throws IOException {
        entered();
        assertThat(seen(model::unfilled)).extracting(Dataset::code).containsExactly("visits");
        after(() -> model.beginAdding(true));
        after(() -> model.add(fact("visits", "cost", "CNY", "0")));

        Dataset.Column cost = seen(() -> model.attribute().orElseThrow().column());
        assertThat(cost).isEqualTo(new Dataset.Column("cost", Type.parse("CNY"), 18, 2, List.of(
                new ColumnRule.Required(), new ColumnRule.NumberRange(Decimal.parse("0"), null))));
        assertThat(seen(() -> model.isAdding().get())).isFalse();
        after(frame.steps()::undo);
        assertThat(seen(() -> model.attribute())).isEmpty();
        assertThat(workspace.documents().library().dataset("visits").orElseThrow().columns()).hasSize(3);
    }

    @Test
    void whatCannotBeAddedSaysWhyAndChangesNothing() throws IOException {
        entered();
        after(() -> model.beginAdding(true));
        after(() -> model.add(fact("visits", "Seller", "text", "")));
        assertThat(seen(() -> Objects.requireNonNull(model.problem().get()).text()))
                .contains("Visits has an attribute Seller already");
        after(() -> model.add(fact("visits", "cost", "CNY", "much")));
        assertThat(seen(() -> Objects.requireNonNull(model.problem().get()).text())).contains("\"much\" is no number");

        after(() -> model.add(fact("orders", "cost", "CNY", "")));
        assertThat(seen(() -> Objects.requireNonNull(model.problem().get()).text())).contains("rows are stored");
        assertThat(seen(() -> model.isAdding().get())).isTrue();
        assertThat(workspace.documents().steps().canUndo()).as("only what was there").isTrue();
        assertThat(workspace.documents().library().dataset("visits").orElseThrow().columns()).hasSize(3);
    }

    @Test
    void anAttributeOfPeopleIsAddedAndItsFileIsProposedToBecomeIt() throws IOException {
        entered();
        after(() -> model.add(new NewAttribute(Subject.PERSON, "", "joined", "First day",
                new Demands("date", false, false, "", "", ""), 0)));

        assertThat(workspace.documents().library().datedValue("joined"))
                .contains(new DatedValue("joined", "First day", Type.DATE, Subject.PERSON));
        after(() -> model.bring(model.attribute().orElseThrow()));
        assertThat(seen(() -> model.isShown().get())).isFalse();
        assertThat(seen(() -> data.drafting().wanted().get()))
                .isEqualTo(new Wanted(Mapping.Target.DATED_VALUES, "joined"));
    }

    @Test
    void whatIsSoughtIsLookedAtAsSoonAsItIsKnown() throws IOException {
        workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", DOCUMENTS)));
        show();
        after(() -> model.find("channel"));

        assertThat(seen(() -> model.chosen().get())).isEqualTo(new Attribute.Id("orders", "channel"));
    }

    @Test
    void whoGoesToASourceSeesTheSourcesAgain() throws IOException {
        entered();
        after(() -> model.open("grades"));

        assertThat(seen(() -> data.sources().source().get())).isEqualTo("grades");
        assertThat(seen(() -> model.isShown().get())).isFalse();
    }
}
