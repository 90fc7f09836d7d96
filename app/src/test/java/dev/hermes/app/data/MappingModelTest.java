package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Mapping;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.Type;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.ImportListener;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mapping changed field by field: what the documents say then, and what the file would become. */
class MappingModelTest extends OrdersFixture {

    private static final String ROWS = """
            no,day,who,how,sum
            1,2026-03-01,S1,A,10.50
            2,2026-03-02,S2,P,-20
            """;

    private MappingModel model;

    @BeforeEach
    void openMapping() {
        model = data.mapping();
    }

    private void entered(String... documents) {
        enter(documents);
        lookAtOrders(ROWS);
    }

    private MappingEdits edits() {
        return model.edits();
    }

    private Mapping stored() {
        return workspace.documents().library().mapping("shop").orElseThrow();
    }

    private Dataset dataset() {
        return workspace.documents().library().dataset("orders").orElseThrow();
    }

    private String problem() {
        return seen(() -> model.problems().get().values().iterator().next().text());
    }

    @Test
    void everyFieldOfTheDatasetHasALineAndSaysWhatItNeeds() {
        entered(DATASET, MAPPING.replace("seller: who", "client: who"));

        assertThat(seen(model::lines)).extracting(FieldLine::name, FieldLine::from, FieldLine::standing)
                .containsExactly(
                        tuple("order", "no", FieldLine.Standing.NEEDED),
                        tuple("booked", "day", FieldLine.Standing.NEEDED),
                        tuple("seller", "", FieldLine.Standing.NEEDED),
                        tuple("channel", "", FieldLine.Standing.OPTIONAL),
                        tuple("amount", "", FieldLine.Standing.OPTIONAL),
                        tuple("client", "who", FieldLine.Standing.UNKNOWN));
        assertThat(seen(model::columns)).as("though the mapping does not fit")
                .containsExactly("no", "day", "who", "how", "sum");
    }

    @Test
    void aColumnThatIsReadIntoAFieldIsInTheDocumentAndInThePreview() {
        entered(DATASET, MAPPING);
        assertThat(seen(model::unused)).containsExactly("how", "sum");
        assertThat(rows()).noneMatch(Preview.Row::isRejected);

        after(() -> edits().read("amount", "sum"));
        assertThat(stored().fields()).containsKey("amount");
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
        assertThat(rows().getFirst().values()).contains(Decimal.parse("10.5"));
        assertThat(seen(model::unused)).containsExactly("how");

        after(frame.steps()::undo);
        assertThat(stored().fields()).doesNotContainKey("amount");
        assertThat(rows()).noneMatch(Preview.Row::isRejected);
        after(frame.steps()::redo);
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
    }

    @Test
    void changesInQuickSuccessionAreAllMadeInOrder() {
        entered(DATASET, MAPPING);
        after(() -> {
            edits().read("amount", "sum");
            edits().read("channel", "how");
            edits().clear("amount");
        });

        assertThat(stored().fields().sequencedKeySet()).containsExactly("order", "booked", "seller", "channel");
        assertThat(workspace.documents().steps().undoable()).isEqualTo(4);
        assertThat(seen(() -> Objects.requireNonNull(data.preview().look().get()).preview()).fields())
                .containsExactly("order", "booked", "seller", "channel");
    }

    @Test
    void aColumnIsMovedFromOneFieldToAnother() {
        entered(DATASET, MAPPING);
        after(() -> edits().move("who", "seller", "channel"));

        assertThat(seen(model::lines)).filteredOn(line -> !line.from().isEmpty())
                .extracting(FieldLine::name, FieldLine::from)
                .containsExactly(tuple("order", "no"), tuple("booked", "day"), tuple("channel", "who"));
        assertThat(workspace.documents().steps().undoable()).as("one step").isEqualTo(2);
    }

    @Test
    void howAFieldIsReadStaysWithAnotherColumn() {
        entered(DATASET, MAPPING.replace("booked: day", "booked: {column: day, format: dd/MM/yyyy, plusDays: 1}"));
        after(() -> edits().read("booked", "how"));

        assertThat(stored().fields().get("booked"))
                .isEqualTo(new Mapping.Field(new Mapping.Origin.Column("how"), "dd/MM/yyyy", 1, Map.of()));
    }

    @Test
    void whatIsNotValidIsNotWrittenAndSaysWhy() {
        entered(DATASET, MAPPING.replace("{order: no, booked: day, seller: who}", "{order: no}"));
        after(() -> edits().clear("order"));
        assertThat(problem()).contains("mapping shop at fields");
        assertThat(stored().fields()).containsOnlyKeys("order");

        after(() -> edits().date("order", "mm/dd"));
        assertThat(problem()).contains("'mm/dd' does not give a day, month and year");
        assertThat(Objects.requireNonNull(stored().fields().get("order")).dateFormat()).isNull();

        after(() -> edits().read("order", "day"));
        assertThat(seen(() -> model.problems().get().isEmpty())).as("forgotten with the next change").isTrue();
        assertThat(workspace.documents().steps().undoable()).isEqualTo(2);
    }

    @Test
    void theFileIsReadAsTheMappingSays() {
        entered(DATASET, MAPPING);
        after(() -> data.lookAt(file("orders.csv", "no;day;who;how;sum\n1;01.03.2026;S1;A;1.234,50\n")));
        assertThat(seen(model::columns)).containsExactly("no;day;who;how;sum");

        after(() -> edits().write(_ -> new Mapping.Format.Csv(';')));
        assertThat(seen(model::columns)).containsExactly("no", "day", "who", "how", "sum");
        assertThat(rows()).singleElement().matches(Preview.Row::isRejected);

        after(() -> edits().write(csv -> new Mapping.Format.Csv(csv.separator(), csv.quote(), null, true,
                csv.numbers(), "dd.MM.yyyy")));
        assertThat(rows()).singleElement().matches(row -> !row.isRejected());
    }

    @Test
    void whichRowsAreWantedIsACondition() {
        entered(DATASET, MAPPING);
        after(() -> edits().want(" how == \"P\" "));
        assertThat(rows()).extracting(Preview.Row::line).containsExactly(3L);
        after(() -> edits().want(""));
        assertThat(rows()).hasSize(2);
        assertThat(stored().where()).isNull();
    }

    @Test
    void textsAreTranslatedAndWhatThePreviewHasSeenIsKnown() {
        entered(DATASET, MAPPING.replace("seller: who", "seller: who, channel: how"));
        assertThat(seen(() -> model.seen("channel"))).containsExactly("A", "P");

        after(() -> edits().translate("channel", Map.of("A", "App")));
        assertThat(rows()).extracting(Preview.Row::isRejected).as("P has no entry").containsExactly(false, true);
        assertThat(rows().getFirst().values()).contains("App");
        assertThat(rows().getFirst().texts()).contains("A");
        assertThat(seen(() -> LookupRows.of(Map.of("A", "App")).missing(model.seen("channel")))).containsExactly("P");

        after(() -> edits().translate("channel", Map.of("A", "App", "P", "Phone")));
        assertThat(rows()).noneMatch(Preview.Row::isRejected);
        assertThat(seen(() -> model.lines().get(3).rules())).isEqualTo("text · 2 translated");

        after(frame.steps()::undo);
        assertThat(Objects.requireNonNull(stored().fields().get("channel")).lookup()).containsOnlyKeys("A");
    }

    @Test
    void anEmptyCellCanBecomeATextAndATextNothing() {
        entered(DATASET, MAPPING.replace("seller: who", "seller: who, channel: how"));
        after(() -> data.lookAt(file("orders.csv", "no,day,who,how\n1,2026-03-01,S1,\n2,2026-03-01,S1,n/a\n")));
        after(() -> edits().translate("channel", Map.of("", "Counter", "n/a", "")));

        assertThat(rows()).extracting(row -> row.values().get(3)).containsExactly("Counter", null);
        assertThat(seen(() -> model.seen("channel"))).containsExactly("n/a");
    }

    @Test
    void daysAreAddedToDates() {
        entered(DATASET, MAPPING);
        after(() -> edits().add("booked", "1"));
        assertThat(rows().getFirst().values()).contains(LocalDate.of(2026, 3, 2));

        after(() -> edits().add("booked", " -2 "));
        assertThat(rows().getFirst().values()).contains(LocalDate.of(2026, 2, 27));
        assertThat(seen(() -> model.lines().get(1).rules())).endsWith("minus 2 days");

        after(() -> edits().add("booked", "1.5"));
        assertThat(problem()).contains("mapping shop at fields.booked.plusDays", "\"1.5\" is no whole number");
        after(() -> edits().add("booked", "1000"));
        assertThat(problem()).contains("plusDays", "366");

        after(() -> edits().add("booked", ""));
        assertThat(stored().fields().get("booked"))
                .isEqualTo(new Mapping.Field(new Mapping.Origin.Column("day"), null, 0, Map.of()));
    }

    @Test
    void whatAnImportReplacesFitsItsRows() {
        entered(DATASET, MAPPING, """
                hermes: 1
                kind: calendar
                code: months
                name: Months
                periods: months
                """);
        assertThat(seen(model::replaceable)).containsExactly(new Mapping.Replaces.Everything(),
                new Mapping.Replaces.Keys(), new Mapping.Replaces.Periods("months"));

        after(() -> edits().replace(new Mapping.Replaces.Periods("months")));
        assertThat(stored().replaces()).isEqualTo(new Mapping.Replaces.Periods("months"));
        assertThat(seen(() -> data.words().replaces(stored().replaces(), data.sources().inventory().get().library())))
                .isEqualTo("rows of the same periods of Months");
        after(frame.steps()::undo);
        assertThat(stored().replaces()).isEqualTo(new Mapping.Replaces.Everything());
    }

    @Test
    void rowsWithoutPeriodsReplaceEverythingOrByTheirKeys() {
        enter(MAPPING.replace("into: facts", "into: persons").replace("of: orders\n", "")
                .replace("{order: no, booked: day, seller: who}", "{person: who, name: who}"));
        lookAtOrders(ROWS);
        assertThat(seen(model::replaceable)).containsExactly(new Mapping.Replaces.Everything(),
                new Mapping.Replaces.Keys());
    }

    @Test
    void cellsAreQuotedAndNumbersBelowZeroWrittenAsTheMappingSays() {
        entered(DATASET, MAPPING.replace("seller: who", "seller: who, amount: sum"));
        after(() -> data.lookAt(file("orders.csv", "no,day,who,sum\n'1',2026-03-01,'S1, S2',(20)\n")));
        after(() -> edits().write(_ -> new Mapping.Format.Csv(',', '\'', null, true,
                new NumberStyle('.', null, NumberStyle.Negative.PARENTHESES, true), null)));
        after(() -> edits().ask("amount", _ -> new Demands("CNY", false, false, "", "", "")));

        assertThat(rows()).singleElement().matches(row -> !row.isRejected());
        assertThat(rows().getFirst().values()).contains("S1, S2");
        assertThat(rows().getFirst().texts()).contains("(20)");
    }

    @Test
    void whatTheMappingSaysOfAFormatOfAPluginIsChanged() {
        entered(DATASET, MAPPING.replace("into:", "format: {excel: {sheet: March}}\ninto:"));
        assertThat(seen(() -> model.options((Mapping.Format.Adapter) stored().format())))
                .extracting(AdapterOption::name).as("though no plugin is installed").containsExactly("sheet");

        after(() -> edits().option("sheet", "April "));
        after(() -> edits().option("range", "A3:F"));
        assertThat(((Mapping.Format.Adapter) stored().format()).options())
                .isEqualTo(Map.of("sheet", "April", "range", "A3:F"));

        after(() -> edits().option("sheet", ""));
        after(frame.steps()::undo);
        assertThat(((Mapping.Format.Adapter) stored().format()).options()).containsEntry("sheet", "April");
    }

    @Test
    void whatIsAskedOfAColumnIsWrittenToTheDatasetAndAskedOfThePreview() {
        entered(DATASET, MAPPING);
        after(() -> edits().read("channel", "how"));
        after(() -> edits().ask("channel", _ -> new Demands("text", true, false, "", "", "A, B")));

        assertThat(dataset().columns().get(3).rules()).containsExactly(new ColumnRule.Required(),
                new ColumnRule.OneOf(List.of("A", "B")));
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
        assertThat(seen(() -> model.lines().get(3).rules())).isEqualTo("text · required · one of A, B");

        after(frame.steps()::undo);
        assertThat(dataset().columns().get(3).rules()).isEmpty();
        assertThat(rows()).noneMatch(Preview.Row::isRejected);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        entered(DATASET, MAPPING);
        after(() -> edits().ask("amount", _ -> new Demands("CNY", false, false, "a lot", "", "")));
        assertThat(problem()).contains("dataset orders at columns.amount", "\"a lot\" is no number");

        after(() -> edits().ask("amount", _ -> new Demands("CNY", false, false, "9", "1", "")));
        assertThat(problem()).contains("The max (1) must not be below the min (9)");

        after(() -> edits().ask("seller", _ -> new Demands("date", true, false, "", "", "")));
        assertThat(problem()).as("credited by it").contains("seller");
        assertThat(workspace.documents().steps().undoable()).isEqualTo(1);
    }

    @Test
    void typesOfColumnsStayWhereRowsAreStored() {
        entered(DATASET, MAPPING);
        assertThat(seen(model::canRetype)).isTrue();
        after(data.delivery()::bring);
        assertThat(seen(model::canRetype)).isFalse();
    }

    @Test
    void theFirstChangeMakesADraftADocument() {
        enter(DATASET);
        after(() -> data.lookAt(file("orders.csv", ROWS)));
        after(() -> data.draft(Mapping.Target.FACTS, "orders", "shop"));
        assertThat(workspace.documents().library().mappings()).isEmpty();
        assertThat(seen(model::unused)).containsExactly("no", "day", "who", "how", "sum");
        assertThat(seen(model::canKeep)).isTrue();

        after(() -> {
            edits().read("order", "no");
            edits().read("booked", "day");
            edits().read("seller", "who");
        });
        assertThat(stored().fields().sequencedKeySet()).containsExactly("order", "booked", "seller");
        assertThat(rows()).hasSize(2).noneMatch(Preview.Row::isRejected);
        assertThat(seen(model::canKeep)).isFalse();

        after(() -> {
            frame.steps().undo();
            frame.steps().undo();
            frame.steps().undo();
        });
        assertThat(workspace.documents().library().mappings()).isEmpty();
        assertThat(seen(model::canKeep)).as("a draft again").isTrue();
    }

    @Test
    void aDraftedDatasetIsKeptWithTheFirstChange() {
        show();
        after(() -> data.lookAt(file("orders.csv", ROWS)));
        after(() -> data.draft(Mapping.Target.FACTS, "sales", "shop"));
        after(() -> edits().ask("sum", _ -> new Demands("CNY", false, false, "0", "", "")));

        assertThat(workspace.documents().library().dataset("sales").orElseThrow().columns())
                .filteredOn(column -> column.name().equals("sum")).singleElement()
                .satisfies(column -> assertThat(column.rules()).hasSize(1));
        assertThat(workspace.documents().library().mapping("shop")).isPresent();
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
    }

    @Test
    void whatADraftedDatasetLeavesOpenIsSaidInTheWindowAndTakenBack() {
        show();
        after(() -> data.lookAt(file("orders.csv", ROWS)));
        after(() -> data.draft(Mapping.Target.FACTS, "sales", "shop"));
        after(() -> edits().happen(""));
        assertThat(workspace.documents().library().dataset("sales").orElseThrow().date())
                .as("as yet it is only joined to").isNull();
        after(() -> {
            edits().happen("day");
            edits().name("how");
            edits().credit(List.of(new Dataset.Credit(DatedValue.Subject.PERSON, "who", null)));
        });
        Dataset said = workspace.documents().library().dataset("sales").orElseThrow();
        assertThat(said.credits()).containsExactly(new Dataset.Credit(DatedValue.Subject.PERSON, "who", null));
        assertThat(said.key()).isEqualTo("how");
        assertThat(said.date()).isEqualTo("day");

        after(() -> edits().happen(""));
        assertThat(problem()).as("what is credited needs a day").isNotEmpty();
        after(() -> frame.steps().undo());
        assertThat(workspace.documents().library().dataset("sales").orElseThrow().credits()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextIsDraftedByItsColumns() throws IOException {
        entered(DATASET, MAPPING);
        after(data.delivery()::bring);
        Path march = Files.copy(workspace.facts().current().of("orders").getFirst(), folder.resolve("march.parquet"));
        after(() -> data.sources().choose(null));
        after(() -> data.lookAt(march));
        Detection found = Objects
                .requireNonNull(Objects.requireNonNull(seen(() -> data.preview().look().get())).found());
        assertThat(found.format()).isEqualTo(new Mapping.Format.Parquet());
        assertThat(found.columns()).filteredOn(column -> column.name().equals("booked")).singleElement()
                .satisfies(column -> assertThat(column.type().value()).isEqualTo(Type.DATE));

        after(() -> data.draft(Mapping.Target.FACTS, "march", "march"));
        assertThat(seen(() -> data.sources().chosen().orElseThrow().mapping().orElseThrow().format()))
                .isEqualTo(new Mapping.Format.Parquet());
        after(model::keep);
        assertThat(rows()).isNotEmpty().noneMatch(Preview.Row::isRejected);
    }

    @Test
    void aWorkbookIsNotTakenForText() {
        show();
        after(() -> data.lookAt(file("sales.xlsx", "anything")));

        assertThat(seen(
                () -> Objects.requireNonNull(Objects.requireNonNull(data.preview().look().get()).problem()).text()))
                .contains("No plugin reads the format excel");
    }

    @Test
    void changesOfTheFormatInQuickSuccessionDoNotTakeEachOtherBack() {
        entered(DATASET, MAPPING);
        after(() -> {
            edits().write(csv -> new Mapping.Format.Csv(';', csv.quote(), csv.encoding(), csv.header(), csv.numbers(),
                    csv.dates()));
            edits().write(csv -> new Mapping.Format.Csv(csv.separator(), csv.quote(), csv.encoding(), csv.header(),
                    csv.numbers(), "dd.MM.yyyy"));
            edits().date("booked", "yyyy/M/d");
            edits().add("booked", "1");
        });

        Mapping.Format.Csv csv = (Mapping.Format.Csv) stored().format();
        assertThat(csv.separator()).isEqualTo(';');
        assertThat(csv.dates()).isEqualTo("dd.MM.yyyy");
        assertThat(stored().fields().get("booked"))
                .isEqualTo(new Mapping.Field(new Mapping.Origin.Column("day"), "yyyy/M/d", 1, Map.of()));
    }

    @Test
    void whatIsAskedInQuickSuccessionIsAllAsked() {
        entered(DATASET, MAPPING);
        after(() -> {
            edits().ask("channel", demands -> demands.withRequired(true));
            edits().ask("channel", demands -> demands.withTexts("A, P"));
        });
        assertThat(dataset().columns().get(3).rules()).containsExactly(new ColumnRule.Required(),
                new ColumnRule.OneOf(List.of("A", "P")));
    }

    @Test
    void aChangeIsOfTheSourceThatItWasMadeFor() {
        entered(DATASET, MAPPING, MAPPING.replace("code: shop", "code: kiosk"));
        MappingEdits shop = seen(this::edits);
        after(() -> {
            data.sources().choose("kiosk");
            shop.want("how == \"P\"");
        });

        assertThat(stored().where()).isNotNull();
        assertThat(workspace.documents().library().mapping("kiosk").orElseThrow().where()).isNull();
    }

    @Test
    void whatIsRefusedIsSaidOfTheSourceThatItWasMadeFor() {
        entered(DATASET, MAPPING, MAPPING.replace("code: shop", "code: kiosk"));
        MappingEdits shop = seen(this::edits);
        after(() -> {
            data.sources().choose("kiosk");
            shop.date("order", "mm/dd");
        });

        assertThat(seen(() -> model.problems().get().isEmpty())).isTrue();
        assertThat(seen(() -> frame.problems().size())).isEqualTo(1);
    }

    @Test
    void aColumnKeepsItsTypeWhereRowsCameInThatNobodyHereKnowsOf() throws IOException {
        entered(DATASET, MAPPING);
        Importer.run(workspace, DocumentFile.read("shop.yaml", MAPPING).documents().getFirst(), folder,
                ImportListener.NONE);
        assertThat(seen(model::canRetype)).as("not read yet").isTrue();
        after(() -> edits().ask("channel", demands -> demands.withType("date")));
        assertThat(problem()).contains("stored with another type");

        try (Stream<Path> files = Files.walk(folder.resolve("workspace").resolve("facts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        after(data::refresh);
        assertThat(seen(model::canRetype)).as("though a file of them is gone").isFalse();
    }

    @Test
    void aDraftThatWasKeptAndTakenBackIsKeptAgainWithItsDataset() {
        show();
        after(() -> data.lookAt(file("orders.csv", ROWS)));
        after(() -> data.draft(Mapping.Target.FACTS, "sales", "shop"));
        after(model::keep);
        after(frame.steps()::undo);
        assertThat(workspace.documents().library().dataset("sales")).isEmpty();

        after(model::keep);
        assertThat(workspace.documents().library().dataset("sales")).isPresent();
        assertThat(workspace.documents().library().mapping("shop")).isPresent();
    }
}
