package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.frame.Toast;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows that were copied in a spreadsheet are looked at and brought in as if they were a file. */
class PastedRowsTest extends OrdersFixture {

    private static final String WITH_AMOUNT = MAPPING.replace("seller: who", "seller: who, amount: sum");
    private static final String COPIED = "no\tday\twho\tsum\n7\t2026-03-07\tS1\t70\n8\t2026-03-08\t\"S2\"\t80.50\n";

    private String toast() {
        return seen(() -> frame.toasts().stream().map(Toast::text).toList()).getLast();
    }

    private void chosen() {
        enter(DATASET, WITH_AMOUNT);
        after(() -> data.sources().choose("shop"));
    }

    @Test
    void pastedRowsAreShownAndNothingIsStoredUntilTheyAreImported() {
        chosen();
        after(() -> data.paste(COPIED));

        assertThat(rows()).extracting(row -> row.values().getFirst()).containsExactly("7", "8");
        assertThat(rows()).noneMatch(Preview.Row::isRejected);
        assertThat(seen(data.mapping()::unused)).isEmpty();
        assertThat(workspace.imports().history()).isEmpty();

        after(data.delivery()::bring);
        Imports.Import made = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        assertThat(made).extracting(Imports.Import::file, Imports.Import::accepted).containsExactly("clipboard", 2L);
        assertThat(seen(() -> data.isOfFile(made))).isTrue();
        assertThat(toast()).isEqualTo("2 rows brought in, 0 replaced");
    }

    @Test
    void rejectedRowsOfWhatWasPastedCanBeMended() throws IOException {
        chosen();
        after(() -> data.paste(COPIED.replace("03-08", "03-32")));
        assertThat(rows()).extracting(Preview.Row::isRejected).containsExactly(false, true);
        after(data.delivery()::bring);
        Path rejects = folder.resolve("shop.rejects.csv");
        after(() -> data.delivery().reject(rejects));
        Files.writeString(rejects, Files.readString(rejects).replace("8,2026-03-32", "8,2026-03-31"));
        Imports.Import made = seen(() -> Objects.requireNonNull(data.sources().shown().get()));
        after(() -> data.delivery().mend(made, rejects));

        assertThat(workspace.imports().current()).singleElement()
                .extracting(Imports.Import::accepted, Imports.Import::rejected).isEqualTo(List.of(2L, 0L));
        assertThat(seen(frame::problems)).isEmpty();
    }

    @Test
    void anEmptyClipboardChangesNothingAndSaysWhatToDo() {
        chosen();
        after(() -> data.paste(null));
        assertThat(toast()).startsWith("There is no text to paste.");
        after(() -> data.paste(" \n"));
        assertThat(seen(() -> data.given().get())).isNull();
    }

    @Test
    void withoutASourceNobodyKnowsHowRowsAreRead() {
        enter(DATASET, WITH_AMOUNT);
        after(() -> data.paste(COPIED));
        assertThat(toast()).startsWith("Choose a source first");
        assertThat(seen(() -> data.given().get())).isNull();
    }

    @Test
    void whatIsNoTableOfTheSourceSaysSoWhereItsRowsWouldBe() {
        chosen();
        after(() -> data.paste("Dear colleagues,\nhere are the orders"));

        Look look = seen(() -> Objects.requireNonNull(data.preview().look().get()));
        assertThat(Objects.requireNonNull(look.problem()).text()).contains("has no column \"no\"")
                .containsIgnoringCase("clipboard");
        assertThat(seen(data.delivery()::canDeliver)).isFalse();
    }

    @Test
    void whatWasPastedStaysWithItsSourceUntilTheWorkspaceIsLeft() {
        chosen();
        after(() -> data.paste(COPIED));
        after(() -> data.sources().choose(null));
        assertThat(seen(() -> data.given().get())).isNull();
        after(() -> data.sources().choose("shop"));
        assertThat(rows()).hasSize(2);

        after(() -> {
            data.leave();
            data.enter(workspace);
        });
        after(() -> data.sources().choose("shop"));
        assertThat(seen(() -> data.given().get())).isNull();
    }
}
