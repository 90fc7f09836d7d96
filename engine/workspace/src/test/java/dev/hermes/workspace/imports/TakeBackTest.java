package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.CalcInputs;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last import of a mapping is taken back: then all is as it was before. */
class TakeBackTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: calendar
            code: monthly
            periods: months
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns: {id: text, amount: {type: USD, digits: 10, scale: 2}, day: date}
            key: id
            date: day
            ---
            hermes: 1
            kind: indicator
            code: sales
            type: base
            unit: USD
            actual: upload
            target: upload
            """;
    private static final String ORDERS = """
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {id: id, amount: amount, day: day}
            """;
    private static final String GOALS = """
            code: goals
            file: goals.csv
            into: targets
            of: sales
            fields: {person: person, period: period, value: goal}
            """;
    private static final String NAMES = """
            code: names
            file: names.csv
            into: persons
            fields: {person: id, name: name}
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder).documents(DOCUMENTS);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** All that figures are made of, and how it is told of. */
    private record State(String version, CalcInputs inputs, Map<String, List<Path>> facts,
            List<Imports.Import> current) {

        static State of(Workspace workspace) {
            return new State(workspace.inputsVersion(),
                    workspace.inputs(Needed.ALL, CalcInputs.Balances.NONE),
                    workspace.facts().current().files(), workspace.imports().current());
        }
    }

    /** The file of orders that counts. */
    private static Path only(State state) {
        return Objects.requireNonNull(state.facts().get("orders")).getFirst();
    }

    private State state() {
        return State.of(fixture.workspace());
    }

    private ImportSummary bring(String mapping) {
        return fixture.run(mapping, ImportTerms.WHOLE.puttingAside());
    }

    private Imports.Import last() {
        return fixture.workspace().imports().history().getFirst();
    }

    private Imports.TakenBack takeBack() {
        return fixture.workspace().imports().takeBack(last().id());
    }

    private void refused(String why) {
        State before = state();
        assertThatThrownBy(this::takeBack).isInstanceOf(WorkspaceException.class).hasMessageContaining(why)
                .hasMessageContaining("\nMaybe ");
        assertThat(state()).isEqualTo(before);
    }

    /** Rows of any of three files, some of them bad. */
    private static String rows(String file, Random random) {
        StringBuilder rows = new StringBuilder(switch (file) {
            case "orders" -> "id,amount,day\n";
            case "goals" -> "person,period,goal\n";
            default -> "id,name\n";
        });
        Set<Integer> keys = new HashSet<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int key = random.nextInt(20);
            int month = 1 + key % 3;
            String amount = random.nextInt(6) == 0 ? "bad" : String.valueOf(random.nextInt(1000));
            if (keys.add(key)) {
                rows.append(switch (file) {
                    case "orders" -> key + "," + amount + ",2026-0" + month + "-05\n";
                    case "goals" -> "p" + key + ",2026-0" + month + "," + amount + "\n";
                    default -> key + ",Name " + amount + "\n";
                });
            }
        }
        return rows.toString();
    }

    @Test
    void whateverWasBroughtInAllIsAsItWasBefore() throws IOException {
        Random random = new Random(20260401);
        List<String> facts = List.of("", "replaces: keys\n", "replaces: {periods: monthly}\n");
        List<String> tables = List.of("", "replaces: keys\n", "replaces: periods\n");
        for (int step = 0; step < 24; step++) {
            String mapping = switch (step % 4) {
                case 0 -> ORDERS + facts.get(random.nextInt(3));
                case 1, 2 -> GOALS + tables.get(random.nextInt(3));
                default -> NAMES + tables.get(random.nextInt(2));
            };
            String file = mapping.contains("orders") ? "orders" : mapping.contains("goals") ? "goals" : "names";
            fixture.file(file + ".csv", rows(file, random));
            State before = state();
            ImportSummary summary = fixture.rejecting(mapping);
            long mended = 0;
            if (summary.rejected() > 0 && random.nextBoolean()) {
                Path fed = Files.writeString(folder.resolve("mended.csv"),
                        Files.readString(fixture.rejects()).replace("bad,", "7,").replace("bad\r", "7\r"));
                mended = fixture.run(mapping, ImportTerms.WHOLE.of(fed).puttingAside()).accepted();
            }

            Imports.TakenBack back = takeBack();

            assertThat(state()).as("step " + step + " " + mapping).isEqualTo(before);
            assertThat(back).isEqualTo(new Imports.TakenBack(summary.accepted() + mended, summary.replaced()));
            assertThat(last().returnedAt()).isNotNull();
            assertThat(last().rows()).isZero();
            if (random.nextInt(3) > 0) {
                ImportSummary again = bring(mapping);
                assertThat(again.since()).as("not the same file again").isNull();
                assertThat(again.accepted()).isEqualTo(summary.accepted());
                assertThat(again.replaced()).isEqualTo(summary.replaced());
            }
        }
        assertThat(Workspace.examine(fixture.workspace().folder())).isEmpty();
    }

    @Test
    void whatIsKeptOutlivesTheProgramAndGoesWithTheNextImport() throws IOException {
        fixture.file("orders.csv", "id,amount,day\n1,10,2026-01-05\n").run(ORDERS);
        State first = state();
        Path file = only(first);
        fixture.file("orders.csv", "id,amount,day\n2,20,2026-01-05\n").run(ORDERS);
        Path home = fixture.workspace().folder();
        fixture.close();
        try (Workspace again = Workspace.open(home)) {
            assertThat(Workspace.examine(home)).isEmpty();
            again.imports().takeBack(2);
            assertThat(State.of(again)).isEqualTo(first);
        }
        try (Workspace again = Workspace.open(home)) {
            assertThat(folder.resolve("workspace/facts/orders").toFile().list()).hasSize(1);
            LoadedDocument loaded = mapping(ORDERS);
            Importer.run(again, loaded, folder, ImportListener.NONE);
            Importer.run(again, loaded, folder, ImportTerms.WHOLE.evenIfUnchanged(), ImportListener.NONE);
        }
        Workspace.open(home).close();
        assertThat(file).as("what the import before the last has replaced").doesNotExist();
    }

    private static LoadedDocument mapping(String text) {
        return DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + text).getFirst();
    }

    @Test
    void trialsLeaveWhatIsKept() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n").run(GOALS);
        State first = state();
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,2\n").run(GOALS);
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,3\n");
        Importer.preview(fixture.workspace(), mapping(GOALS), folder, ImportTerms.WHOLE, 10);
        Importer.check(fixture.workspace(), mapping(GOALS), folder, ImportTerms.WHOLE, ImportListener.NONE);
        takeBack();
        assertThat(state()).isEqualTo(first);
    }

    @Test
    void onlyTheLastImportOfAMappingIsTakenBackAndOnlyOnce() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n").run(GOALS);
        long first = last().id();
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,2\n").run(GOALS);
        fixture.file("names.csv", "id,name\n1,Ann\n").run(NAMES);
        Imports imports = fixture.workspace().imports();
        assertThatThrownBy(() -> imports.takeBack(first)).hasMessageContaining("is not the last one");
        assertThatThrownBy(() -> imports.takeBack(99)).hasMessageStartingWith("There is no import 99.");
        imports.takeBack(first + 1);
        assertThatThrownBy(() -> imports.takeBack(first + 1)).hasMessageContaining("was taken back already");
        assertThatThrownBy(() -> imports.takeBack(first)).hasMessageContaining("is not the last one");
        assertThat(fixture.inputs().persons()).as("another mapping's").hasSize(1);
        imports.remove("names");
        refused("what was there before is not kept");
    }

    @Test
    void aClosedPeriodStaysAsItIs() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\nann,2026-02,1\n").run(GOALS);
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,2\nann,2026-02,1\n").run(GOALS);
        fixture.workspace().closings().close("monthly", "2026-01");
        refused("The period 2026-01 of the calendar monthly was closed by ");
        fixture.workspace().closings().reopen("monthly", "2026-01", "a mistake");
        fixture.workspace().closings().close("monthly", "2026-02");
        assertThat(takeBack()).as("nothing else is said of February").isEqualTo(new Imports.TakenBack(2, 2));
    }

    @Test
    void whatAnotherMappingHasBroughtInSinceStays() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n").run(GOALS);
        fixture.file("goals.csv", "person,period,goal\nbob,2026-01,2\n").run(GOALS);
        long second = last().id();
        fixture.file("goals.csv", "person,period,goal\ncid,2026-01,3\nann,2026-01,3\n")
                .run(GOALS.replace("code: goals", "code: others"));
        State before = state();
        assertThatThrownBy(() -> fixture.workspace().imports().takeBack(second)).hasMessage("The import " + second
                + " of the mapping goals cannot be taken back: what was there before of sales, 2026-01, target, ann is "
                + "there again, the mapping others has brought it in with line 3 of its file.\nMaybe take that import "
                + "back first, or leave both.");

        fixture.file("orders.csv", "id,amount,day\n1,10,2026-01-05\n2,10,2026-01-06\n").run(ORDERS);
        fixture.file("orders.csv", "id,amount,day\n3,10,2026-01-05\n").run(ORDERS);
        long orders = last().id();
        fixture.file("orders.csv", "id,amount,day\n9,10,2026-01-05\n8,1,2026-01-05\n2,10,2026-01-05\n")
                .run(ORDERS.replace("code: orders", "code: more"));
        assertThatThrownBy(() -> fixture.workspace().imports().takeBack(orders))
                .hasMessageContaining("the key 2 is there again, the mapping more has brought it in with line 4");
        assertThat(state().inputs()).isEqualTo(before.inputs());
        fixture.workspace().imports().takeBack(last().id());
        fixture.workspace().imports().takeBack(orders);
        assertThat(fixture.facts("orders")).containsExactly("1|10.00|2026-01-05", "2|10.00|2026-01-06");
    }

    @Test
    void withoutTheReplacedFactsNothingIsTakenBack() throws IOException {
        fixture.file("orders.csv", "id,amount,day\n1,10,2026-01-05\n").run(ORDERS);
        Path first = only(state());
        fixture.file("orders.csv", "id,amount,day\n2,20,2026-01-05\n").run(ORDERS);
        Files.delete(first);
        refused("the file " + first + " of the facts before it is gone");
        assertThat(Workspace.examine(fixture.workspace().folder())).singleElement().asString()
                .startsWith("The file of replaced facts " + first + " is gone.").endsWith("of the mapping orders.");
    }

    @Test
    void rowsThatItHasRejectedJoinNoOtherImport() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n").run(GOALS);
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,2\nbob,2026-01,bad\n").rejecting(GOALS);
        Path mended = Files.writeString(folder.resolve("mended.csv"),
                Files.readString(fixture.rejects()).replace("bad\r", "7\r"));
        takeBack();
        assertThat(fixture.findings(GOALS, ImportTerms.WHOLE.of(mended))).singleElement().asString()
                .contains("was rejected by another import");
        assertThat(fixture.inputs().periodValues()).hasSize(1);
    }

    @Test
    void whatIsWatchedDoesNotComeBackByItself() throws IOException {
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n").run(GOALS);
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,2\n").run(GOALS);
        takeBack();
        assertThat(Importer.isUnchanged(fixture.workspace(), mapping(GOALS), folder)).as("the file taken back")
                .isTrue();
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,1\n");
        assertThat(fixture.run(GOALS).since()).as("what is there").isNotNull();
        fixture.file("goals.csv", "person,period,goal\nann,2026-01,3\n");
        assertThat(Importer.isUnchanged(fixture.workspace(), mapping(GOALS), folder)).isFalse();
    }

    @Test
    void whereSomethingGoesWrongAfterwardsNothingWasTakenBack() throws IOException {
        fixture.file("orders.csv", "id,amount,day\n1,10,2026-01-05\n").run(ORDERS);
        fixture.file("orders.csv", "id,amount,day\n2,20,2026-01-05\n").run(ORDERS);
        State before = state();
        assertThatThrownBy(() -> fixture.workspace().together(() -> {
            takeBack();
            throw new IllegalStateException("later");
        })).hasMessage("later");
        assertThat(state()).isEqualTo(before);
        assertThat(takeBack()).isEqualTo(new Imports.TakenBack(1, 1));
    }
}
