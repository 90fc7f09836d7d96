package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hermes.app.background.Job;
import dev.hermes.app.frame.Toast;
import dev.hermes.app.window.Offscreen;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RejectReason;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataModelTest extends OrdersFixture {

    private static final String CHANNELS = DATASET.replace("channel: text", "channel: {type: text, in: [App, Phone]}");
    private static final String TRANSLATED = MAPPING.replace("seller: who",
            "seller: who, channel: {column: how, lookup: {A: App, P: Phone}}, amount: sum");
    private static final String HEADER = "no,day,who,how,sum,remark\n";
    private static final String GOOD = HEADER + "1,2026-03-01,S1,A,10.50,\n2,2026-03-02,S2,P,20,late\n";
    private static final String MIXED = HEADER + """
            1,2026-03-01,S1,A,10.50,
            2,2026-03-32,S2,P,20,
            3,2026-03-03,S2,F,30,
            4,2026-03-03,S1,G,30,
            """;

    private Look look() {
        return Objects.requireNonNull(data.preview().look().get());
    }

    private List<String> problems() {
        return seen(() -> frame.problems().stream().map(problem -> problem.text()).toList());
    }

    private List<String> toasts() {
        return seen(() -> frame.toasts().stream().map(Toast::text).toList());
    }

    private void entered(String file) {
        enter(CHANNELS, TRANSLATED);
        lookAtOrders(file);
    }

    @Test
    void sourcesAreTheMappingsOfTheWorkspaceAndThoseThatBroughtSomethingIn() {
        workspace.imports().replace("payroll", "payroll.csv", writer -> writer);
        enter(CHANNELS, TRANSLATED);

        assertThat(seen(() -> data.sources().inventory().get().sources()))
                .extracting(Source::code, Source::name, Source::kind)
                .containsExactly(
                        tuple("payroll", "payroll", Source.Kind.IMPORTED),
                        tuple("shop", "Shop orders", Source.Kind.STORED));
        Source shop = seen(() -> data.sources().inventory().get().source("shop").orElseThrow());
        assertThat(seen(() -> data.words().fills(shop, data.sources().inventory().get()))).isEqualTo("facts of Orders");
        assertThat(seen(() -> data.words().format(shop))).isEqualTo("CSV");
    }

    @Test
    void aMappingSaysWhatIsAskedOfEachColumnAndWhichIsNotUsed() {
        entered(GOOD);

        assertThat(seen(data.mapping()::lines)).extracting(FieldLine::from, FieldLine::name, FieldLine::rules)
                .containsExactly(
                        tuple("no", "order", "text · key"),
                        tuple("day", "booked", "date · required"),
                        tuple("who", "seller", "text · required"),
                        tuple("how", "channel", "text · one of App, Phone · 2 translated"),
                        tuple("sum", "amount", "CNY · at least 0"));
        assertThat(seen(data.mapping()::unused)).containsExactly("remark");
    }

    @Test
    void previewSaysWhyRowsWouldBeRejectedAndStoresNothing() {
        entered(MIXED);

        List<Preview.Row> rows = rows();
        assertThat(rows).extracting(Preview.Row::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows).extracting(Preview.Row::isRejected).containsExactly(false, true, true, true);
        assertThat(seen(() -> data.preview().refusal(rows.get(1), "booked")).orElseThrow().value())
                .isEqualTo("2026-03-32");
        assertThat(seen(() -> data.preview().refusal(rows.get(1), "amount"))).isEmpty();
        assertThat(seen(() -> Objects.requireNonNull(look().preview()).reasons())).first()
                .isEqualTo(new RejectReason(Message.verbatim("how: … is not in the lookup of the field channel"), 2));
        after(() -> data.preview().onlyRejected().set(true));
        assertThat(rows()).hasSize(3);
        assertThat(workspace.imports().history()).isEmpty();
        assertThat(problems()).isEmpty();

        after(() -> data.lookAt(file("orders.csv", GOOD)));
        assertThat(rows()).as("where nothing is rejected, all").hasSize(2);
    }

    @Test
    void aFileThatDoesNotFitSaysSoWhereItsRowsWouldBe() {
        entered("no,day\n1,2026-03-01\n");

        Look look = seen(this::look);
        assertThat(look.preview()).isNull();
        assertThat(Objects.requireNonNull(look.problem()).text()).contains("has no column \"who\"");
        assertThat(seen(data.delivery()::canDeliver)).isFalse();
    }

    @Test
    void goodRowsAreBroughtInAndTheReasonsOfOthersCounted() {
        entered(MIXED);
        after(data.delivery()::bring);

        Imports.Import made = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        assertThat(made.read()).isEqualTo(4);
        assertThat(made.accepted()).isEqualTo(1);
        assertThat(made.rejected()).isEqualTo(3);
        assertThat(seen(() -> data.rejected(made)).orElseThrow().reasons()).extracting(RejectReason::rows)
                .containsExactly(2L, 1L);
        assertThat(toasts()).containsExactly("1 row brought in, 3 rejected");
        assertThat(workspace.imports().current()).containsExactly(made);
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatWasRejectedIsShownAndWrittenAsItWasAfterTheFileHasChanged() throws IOException {
        entered(MIXED);
        after(data.delivery()::bring);
        Imports.Import made = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        after(() -> data.lookAt(file("orders.csv", GOOD)));
        after(() -> {
            data.leave();
            data.enter(workspace);
        });

        assertThat(seen(() -> data.rejected(made)).orElseThrow().reasons()).extracting(RejectReason::rows)
                .containsExactly(2L, 1L);
        after(() -> data.showRejected(made));
        List<Preview.Row> rows = rows();
        assertThat(rows).extracting(Preview.Row::line).containsExactly(3L, 4L, 5L);
        assertThat(rows.getFirst().texts()).containsExactly("2", "2026-03-32", "S2", "P", "20", "");
        assertThat(seen(() -> data.preview().refusal(rows.getFirst(), "day"))).isPresent();
        assertThat(seen(() -> data.preview().refusal(rows.getFirst(), "who"))).isEmpty();

        Path target = folder.resolve("then.csv");
        after(() -> data.copyRejected(made, target));
        assertThat(Files.readAllLines(target)).hasSize(4).element(2).asString().endsWith(",1,3,2026-03-03,S2,F,30,");
        assertThat(toasts()).last().isEqualTo("3 rejected rows written to then.csv");
        after(() -> data.choose(made));
        assertThat(seen(() -> data.preview().kept().get())).isNull();
    }

    @Test
    void historyHasTheLatestImportFirstAndSaysWhatWasReplaced() {
        entered(GOOD);
        after(data.delivery()::bring);
        after(() -> data.lookAt(file("orders.csv", GOOD + "3,2026-03-03,S1,A,5,\n")));
        after(data.delivery()::bring);

        assertThat(seen(data.sources()::history)).extracting(Imports.Import::accepted).containsExactly(3L, 2L);
        assertThat(seen(data.sources()::history)).extracting(one -> one.replacedAt() == null).containsExactly(true,
                false);
        assertThat(toasts()).containsExactly("2 rows brought in, 0 replaced", "3 rows brought in, 2 replaced");
        after(() -> data.sources().choose(null));
        assertThat(seen(data.sources()::history)).as("of all sources").hasSize(2);
    }

    @Test
    void anImportIsTakenBackAndTheHistorySaysSo() {
        entered(GOOD);
        after(data.delivery()::bring);
        Imports.Import first = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        after(() -> data.lookAt(file("orders.csv", GOOD + "3,2026-03-03,S1,A,5,\n")));
        after(data.delivery()::bring);
        Imports.Import second = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        assertThat(seen(() -> data.delivery().canTakeBack(second))).isTrue();
        assertThat(seen(() -> data.delivery().canTakeBack(first))).as("only the last").isFalse();

        after(() -> Objects.requireNonNull(frame.toasts().getLast().undo()).run());

        assertThat(toasts().getLast()).isEqualTo("3 rows taken back, 2 there again");
        assertThat(workspace.imports().current()).singleElement().extracting(Imports.Import::id)
                .isEqualTo(first.id());
        Imports.Import shown = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        assertThat(shown.id()).isEqualTo(second.id());
        assertThat(shown.returnedAt()).isNotNull();
        assertThat(seen(() -> data.delivery().canTakeBack(shown))).isFalse();
        assertThat(seen(() -> data.isOfFile(shown))).as("the file can be brought in again").isFalse();
        after(data.delivery()::bring);
        assertThat(toasts().getLast()).isEqualTo("3 rows brought in, 2 replaced");
        assertThat(problems()).isEmpty();
    }

    @Test
    void theSameFileIsNotBroughtInTwice() {
        entered(GOOD);
        after(data.delivery()::bring);
        after(data.delivery()::bring);

        assertThat(toasts().getLast()).startsWith("Nothing has changed: the same file was brought in on ");
        assertThat(workspace.imports().history()).hasSize(1);
    }

    @Test
    void aFileOfWhichNothingIsGoodReplacesNothing() {
        entered(GOOD);
        after(data.delivery()::bring);
        after(() -> data.lookAt(file("orders.csv", HEADER + "1,2026-03-01,S1,X,1,\n")));
        after(data.delivery()::bring);

        assertThat(problems()).singleElement().asString().contains("\"X\" is not in the lookup");
        assertThat(workspace.imports().current()).singleElement().extracting(Imports.Import::rows).isEqualTo(2L);
    }

    @Test
    void rejectedRowsAreWrittenWhereTheUserSaysAndNothingIsStored() throws IOException {
        entered(MIXED);
        Path target = folder.resolve("rejects.csv");
        after(() -> data.delivery().reject(target));

        assertThat(Files.readAllLines(target)).hasSize(4).first().asString().startsWith("hermes_line,hermes_column");
        assertThat(toasts()).containsExactly("3 rejected rows written to rejects.csv");
        assertThat(workspace.imports().history()).isEmpty();

        after(() -> data.lookAt(file("orders.csv", GOOD)));
        after(() -> data.delivery().reject(folder.resolve("none.csv")));
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void aCancelledImportBringsNothingIn() {
        String rows = IntStream.range(0, 200_000).mapToObj(i -> i + ",2026-03-01,S1,A," + i + ",\n")
                .collect(Collectors.joining());
        entered(HEADER + rows);
        Offscreen.run(() -> {
            data.delivery().bring();
            assertThat(data.delivery().canDeliver()).isFalse();
        });
        Offscreen.until(() -> Objects.requireNonNull(data.delivery().job().get()).progress().get() > 0);
        after(data.delivery()::cancel);

        assertThat(workspace.imports().history()).isEmpty();
        assertThat(toasts()).isEmpty();
        assertThat(problems()).isEmpty();
        assertThat(seen(data.delivery()::canDeliver)).isTrue();
    }

    @Test
    void anOpenedMappingShowsItsOwnFileAndIsKnownUntilTheProgramEnds() {
        enter(CHANNELS);
        file("orders.csv", GOOD);
        after(() -> data.take(file("shop.yaml", TRANSLATED)));

        assertThat(seen(() -> data.sources().source().get())).isEqualTo("shop");
        assertThat(rows()).hasSize(2);
        after(() -> {
            data.leave();
            data.enter(workspace);
        });
        assertThat(seen(() -> data.sources().inventory().get().source("shop"))).map(Source::kind)
                .contains(Source.Kind.OPENED);
    }

    @Test
    void aKeptMappingIsADocumentAndCanBeTakenBack() {
        enter(CHANNELS);
        after(() -> data.take(file("shop.yaml", TRANSLATED)));
        after(data.mapping()::keep);

        assertThat(workspace.documents().library().mappings()).extracting(Mapping::code).containsExactly("shop");
        assertThat(seen(() -> data.sources().chosen().orElseThrow().kind())).isEqualTo(Source.Kind.STORED);
        after(() -> Objects.requireNonNull(frame.toasts().getFirst().undo()).run());
        assertThat(workspace.documents().library().mappings()).isEmpty();
        assertThat(seen(() -> data.sources().chosen().orElseThrow().kind())).isEqualTo(Source.Kind.OPENED);
    }

    @Test
    void aFileWithoutAMappingGetsOneByWhatItHolds() {
        enter();
        Path sales = file("sales.csv", "order;day;amount\nA1;01.03.2026;1.234,50\nA2;15.03.2026;2,25\n");
        after(() -> data.take(sales));
        assertThat(seen(() -> Objects.requireNonNull(look().found()).separator().value())).isEqualTo(';');

        after(() -> data.draft(Mapping.Target.FACTS, "sales", "sales-file"));
        Source drafted = seen(() -> data.sources().chosen().orElseThrow());
        assertThat(drafted.code()).isEqualTo("sales-file");
        assertThat(drafted.questions()).as("the form of the dataset asks who is credited")
                .noneMatch(question -> question.text().startsWith("Credit: "));
        assertThat(seen(() -> data.words().written(
                (Mapping.Format.Csv) drafted.mapping().orElseThrow().format())))
                .isEqualTo("UTF-8, semicolon, 1.234,50, dd.MM.yyyy");

        after(data.mapping()::keep);
        assertThat(workspace.documents().library().dataset("sales")).isPresent();
        assertThat(rows()).noneMatch(Preview.Row::isRejected).hasSize(2);
        assertThat(problems()).isEmpty();
    }

    @Test
    void anImportThatIsCancelledFromElsewhereLetsTheNextOneBegin() {
        entered(GOOD);
        after(() -> {
            data.delivery().bring();
            frame.background().jobs().forEach(Job::cancel);
        });

        assertThat(workspace.imports().history()).isEmpty();
        assertThat(seen(() -> data.delivery().job().get() == null)).isTrue();
        assertThat(problems()).isEmpty();
        after(data.delivery()::bring);
        assertThat(workspace.imports().history()).hasSize(1);
    }

    @Test
    void aLookThatIsCancelledFromElsewhereSaysSoAndCanBeTakenAgain() {
        entered(GOOD);
        after(() -> {
            data.lookAgain();
            frame.background().jobs().forEach(Job::cancel);
        });
        assertThat(seen(() -> data.preview().isLooking().get())).isFalse();
        assertThat(Objects.requireNonNull(seen(this::look).problem()).code()).isEqualTo("CANCELLED");

        after(data::lookAgain);
        assertThat(rows()).hasSize(2);
        assertThat(seen(data.delivery()::canDeliver)).isTrue();
    }

    @Test
    void anImportReadsTheFileAsTheEditsBeforeItSay() {
        entered(GOOD);
        after(() -> {
            data.mapping().edits().want("how == \"P\"");
            data.delivery().bring();
        });
        assertThat(workspace.imports().current()).singleElement().extracting(Imports.Import::accepted).isEqualTo(1L);
    }

    @Test
    void aFileThatIsGoneAFolderAndWhatNobodyCanReadAreSaidPlainlyAndLookedAtAgain() throws IOException {
        enter(CHANNELS, TRANSLATED);
        Path vanished = file("orders.csv", GOOD);
        Files.delete(vanished);
        after(() -> data.take(vanished));
        assertThat(Objects.requireNonNull(seen(this::look).problem()).text()).contains(vanished.toString(),
                "does not exist");

        after(() -> data.take(folder));
        assertThat(Objects.requireNonNull(seen(this::look).problem()).text()).contains("is a folder");

        after(() -> data.take(file("rows.parquet", "PAR1 and nothing else")));
        assertThat(Objects.requireNonNull(seen(this::look)).problem()).satisfiesAnyOf(
                problem -> assertThat(problem).isNull(),
                problem -> assertThat(Objects.requireNonNull(problem).code()).doesNotStartWith("FAULT"));

        after(() -> data.sources().choose("shop"));
        after(() -> data.lookAt(vanished));
        assertThat(Objects.requireNonNull(seen(this::look).problem()).code()).isEqualTo("FILE");
        file("orders.csv", GOOD);
        after(data::lookAgain);
        assertThat(rows()).hasSize(2);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aDraftDoesNotTakeTheCodeOfAnotherSource() {
        entered(GOOD);
        after(data.delivery()::bring);
        after(() -> data.sources().choose(null));
        after(() -> data.take(file("other.csv", GOOD)));
        assertThat(seen(() -> data.sources().isTaken("shop"))).isTrue();
        after(() -> data.draft(Mapping.Target.FACTS, "orders", "shop"));

        assertThat(seen(() -> data.sources().source().get() == null)).isTrue();
        assertThat(seen(() -> data.sources().inventory().get().source("shop").orElseThrow().kind()))
                .isEqualTo(Source.Kind.STORED);
        assertThat(seen(() -> data.sources().isTaken("another"))).isFalse();
    }

    @Test
    void whatIsUndoneElsewhereIsLookedAtAgainWhenSomebodyTurnsToTheScreen() {
        entered(GOOD);
        after(() -> data.mapping().edits().want("how == \"P\""));
        assertThat(rows()).hasSize(1);

        workspace.documents().undo();
        after(data::refresh);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void whatWasOpenedStaysInItsWorkspace() {
        enter(CHANNELS);
        after(() -> data.take(file("shop.yaml", TRANSLATED)));
        Workspace second = Workspace.create(folder.resolve("second"));
        after(() -> frame.enter(second));

        assertThat(seen(() -> data.sources().inventory().get().sources())).isEmpty();
    }
}
