package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.frame.Toast;
import dev.hermes.app.language.Language;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rejected rows that were mended in their file are fed again. */
class MendedRowsTest extends OrdersFixture {

    private static final String CHANNELS = DATASET.replace("channel: text", "channel: {type: text, in: [App, Phone]}");
    private static final String TRANSLATED = MAPPING.replace("seller: who",
            "seller: who, channel: {column: how, lookup: {A: App, P: Phone}}, amount: sum");
    private static final String MIXED = """
            no,day,who,how,sum,remark
            1,2026-03-01,S1,A,10.50,
            2,2026-03-32,S2,P,20,
            3,2026-03-03,S2,F,30,
            4,2026-03-03,S1,G,30,
            """;

    private Imports.Import shown() {
        return seen(() -> Objects.requireNonNull(data.sources().shown().get()));
    }

    private boolean canMend(Imports.Import made) {
        return seen(() -> data.delivery().canMend(made));
    }

    private List<RejectReason> reasons(Imports.Import made) {
        return seen(() -> data.rejected(made)).map(Imports.Rejected::reasons).orElse(List.of());
    }

    private List<String> problems() {
        return seen(() -> frame.problems().stream().map(problem -> problem.text()).toList());
    }

    private String toast() {
        return seen(() -> frame.toasts().stream().map(Toast::text).toList()).getLast();
    }

    /** Brings the file in and writes its three rejected rows to another. */
    private Path rejects(String name) {
        enter(CHANNELS, TRANSLATED);
        lookAtOrders(MIXED);
        after(data.delivery()::bring);
        Path rejects = folder.resolve(name);
        after(() -> data.delivery().reject(rejects));
        assertThat(seen(() -> data.delivery().rejects("shop"))).contains(rejects);
        return rejects;
    }

    @Test
    void theFileOfRejectedRowsSaysWhyInTheLanguageOfTheUser() throws IOException {
        after(() -> frame.change(frame.settings().get().with(Language.CHINESE)));
        Path rejects = rejects("shop.rejects.csv");
        assertThat(Files.readString(rejects)).contains("\"\"2026-03-32\"\" 不是 yyyy-MM-dd 格式的日期。");

        Imports.Import made = shown();
        Path copy = folder.resolve("copy.csv");
        after(() -> data.copyRejected(made, copy));
        assertThat(Files.readString(copy)).contains("字段 channel 的取值转换中没有 \"\"F\"\"。可在其中添加。");
        assertThat(reasons(made)).extracting(reason -> frame.texts().say(reason.message()))
                .containsExactly("how: 字段 channel 的取值转换中没有 …", "day: … 不是 yyyy-MM-dd 格式的日期");
    }

    private static void change(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(from);
            Files.writeString(file, text.replace(from, to));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void mend(Path file) {
        Imports.Import made = shown();
        after(() -> data.delivery().mend(made, file));
    }

    @Test
    void threeRejectedRowsAreMendedAndFedAgainAndAllRowsAreThere() {
        Path rejects = rejects("shop.rejects.csv");
        Imports.Import before = shown();
        assertThat(canMend(before)).isTrue();

        change(rejects, "2,2026-03-32,S2", "2,2026-03-31,S2");
        change(rejects, "S2,F,30", "S2,P,30");
        change(rejects, "S1,G,30", "S1,A,30");
        mend(rejects);

        assertThat(problems()).isEmpty();
        assertThat(toast()).isEqualTo("3 mended rows brought in");
        assertThat(workspace.imports().history()).singleElement().isEqualTo(shown());
        assertThat(shown()).extracting(Imports.Import::id, Imports.Import::read, Imports.Import::accepted,
                Imports.Import::rejected, Imports.Import::rows).containsExactly(before.id(), 4L, 4L, 0L, 4L);
        assertThat(canMend(shown())).as("nothing is left to be mended").isFalse();
        assertThat(reasons(shown())).isEmpty();
        assertThat(rejects).as("the user's own").exists();
    }

    @Test
    void whatIsRejectedAgainTakesThePlaceOfWhatWasFed() throws IOException {
        Path rejects = rejects("shop.rejects.csv");
        change(rejects, "2,2026-03-32,S2", "2,2026-03-31,S2");
        change(rejects, "S2,F,30", "S2,P,-30");
        mend(rejects);

        assertThat(toast()).isEqualTo(
                "1 mended row brought in, 2 rejected again and written to shop.rejects.csv");
        assertThat(shown()).extracting(Imports.Import::accepted, Imports.Import::rejected).containsExactly(2L, 2L);
        assertThat(reasons(shown())).hasSize(2);
        assertThat(Files.readAllLines(rejects)).hasSize(3).element(1).asString().startsWith("4,").contains("-30");

        change(rejects, "S2,P,-30", "S2,P,30");
        change(rejects, "S1,G,30", "S1,A,30");
        mend(rejects);
        assertThat(shown().accepted()).isEqualTo(4);
    }

    @Test
    void aFileOfAnotherNameStaysAndWhatIsRejectedAgainLiesBesideIt() throws IOException {
        Path mended = rejects("march-mended.csv");
        change(mended, "2,2026-03-32,S2", "2,2026-03-31,S2");
        String fed = Files.readString(mended);
        mend(mended);

        assertThat(Files.readString(mended)).isEqualTo(fed);
        assertThat(Files.readAllLines(folder.resolve("march-mended.rejects.csv"))).hasSize(3);
        assertThat(seen(() -> data.delivery().rejects("shop"))).contains(folder.resolve("march-mended.rejects.csv"));
    }

    @Test
    void rowsThatNobodyMendedAreRefusedAndTheirFileStaysAsItIs() throws IOException {
        Path rejects = rejects("shop.rejects.csv");
        Imports.Import before = shown();
        String fed = Files.readString(rejects);
        mend(rejects);

        assertThat(problems()).singleElement().asString().contains("\"F\" is not in the lookup");
        assertThat(Files.readString(rejects)).isEqualTo(fed);
        assertThat(workspace.imports().history()).containsExactly(before);
    }

    @Test
    void aFileOfOtherRowsIsNotOneOfRejectedRows() {
        rejects("shop.rejects.csv");
        mend(folder.resolve("orders.csv"));

        assertThat(problems()).singleElement().asString().contains("has no column hermes_line");
        assertThat(seen(data.delivery()::canDeliver)).isTrue();
    }

    @Test
    void onlyWhatWasBroughtInLastCanBeMended() {
        rejects("shop.rejects.csv");
        Imports.Import first = shown();
        after(() -> data.lookAt(file("orders.csv", MIXED.replace("32", "31"))));
        after(data.delivery()::bring);

        Imports.Import replaced = workspace.imports().history().getLast();
        assertThat(replaced.id()).isEqualTo(first.id());
        assertThat(canMend(replaced)).isFalse();
        assertThat(canMend(shown())).isTrue();
    }
}
