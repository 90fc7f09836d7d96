package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    Path folder;

    private Accelerators files;

    @BeforeEach
    void copyFiles() {
        files = Accelerators.in(folder);
        assertThat(files.apply().code()).isZero();
    }

    @Test
    void eachMappingSaysWhatItBrought() {
        Cli answer = files.importAll();

        assertThat(answer.lines()).containsExactly(
                "  mapping      into         brought in  left out  rejected  replaced",
                "  names        persons               2         0         0         0",
                "  assignments  assignments           2         0         0         0",
                "  orders       facts                 4         0         0         0",
                "  goals        targets               2         0         0         0");
        assertThat(answer.code()).isZero();
    }

    @Test
    void whatAMappingBroughtBeforeIsReplaced() {
        files.importAll();

        Cli repeated = files.importAll();
        assertThat(repeated.out()).contains("orders       facts         unchanged         0         0         0");
        assertThat(repeated.err()).contains("Nothing has changed for orders: the same file was brought in on ");
        assertThat(Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--again").out())
                .contains("orders       facts                 4         0         0         4");
        assertThat(files.calc().out()).containsPattern("S41_Seller_North +Lena Brandt +USD +5,750.00");
    }

    @Test
    void dataMayLieElsewhere() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String file : new String[] {"orders.csv", "sellers.csv", "goals.csv"}) {
            Files.move(files.file(file), data.resolve(file));
        }

        assertThat(Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--data", data).code()).isZero();
    }

    @Test
    void mappingsAreFoundInFoldersAmongOtherDocuments() {
        assertThat(Cli.hermes("import", files.workspace(), files.folder()).lines()).hasSize(5);
    }

    @Test
    void whatWasBroughtInLastIsTakenBackAllOrNothing() {
        files.importAll();
        files.with("orders.csv", ",64000", ",1");
        Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--again");

        Cli taken = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--take-back");
        assertThat(taken.lines()).containsExactly("  mapping      taken back  there again",
                "  goals                 2            2", "  orders                4            4",
                "  assignments           2            2", "  names                 2            2");
        assertThat(taken.code()).isZero();
        assertThat(files.calc().out()).containsPattern("S41_Seller_North +Lena Brandt +USD +5,750.00");

        Cli twice = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--take-back");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("of the mapping goals was taken back already");
        Cli both = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--take-back", "--again");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("Maybe leave the other options out.");
        assertThat(Cli.hermes("import", files.workspace(), files.file("data.yaml")).out())
                .contains("orders       facts                 4         0         0         4");
    }

    private void spoilAnAmount() {
        files.with("orders.csv", ",64000", ",64 000");
    }

    @Test
    void oneBadRowIsEnoughForNothingToBeBroughtInUnlessSuchRowsAreRejected() {
        spoilAnAmount();
        assertThat(files.importAll().code()).isEqualTo(2);

        Path rejects = folder.resolve("rejects");
        Cli answer = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--rejects", rejects);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.lines()).contains("  orders       facts                 3         0         1         0");
        assertThat(answer.findings()).hasSize(2);
        assertThat(answer.findings().getFirst()).contains("orders.csv:", "\"64 000\" is not a plain decimal.");
        assertThat(answer.findings().getLast())
                .isEqualTo("1 of the rows of orders were rejected: they are in " + rejects.resolve("orders.rejects.csv")
                        + ".");
        assertThat(rejects.toFile().list()).as("the others have nothing rejected")
                .containsExactly("orders.rejects.csv");
    }

    @Test
    void mendedRowsAreFedUntilNoneIsLeft() throws IOException {
        spoilAnAmount();
        Path rejects = folder.resolve("rejects");
        Path rejected = rejects.resolve("orders.rejects.csv");
        Path mapping = Files.writeString(files.file("orders.yaml"), """
                hermes: 1
                kind: mapping
                code: orders
                file: orders.csv
                into: facts
                of: orders
                fields: {orderId: order, booked: booked, seller: seller, amount: amount}
                """);
        Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--rejects", rejects);

        Cli notYet = Cli.hermes("import", files.workspace(), mapping, "--mended", rejected, "--rejects", rejects);
        assertThat(notYet.code()).isEqualTo(1);
        assertThat(notYet.lines()).contains("  orders   facts           0         0         1         0");

        Files.writeString(rejected, Files.readString(rejected).replace(",64 000", ",64000"));
        Cli mended = Cli.hermes("import", files.workspace(), mapping, "--mended", rejected, "--rejects", rejects);
        assertThat(mended.code()).isZero();
        assertThat(mended.lines()).contains("  orders   facts           1         0         0         0");
        assertThat(rejected).doesNotExist();
        assertThat(files.calc().out()).containsPattern("S41_Seller_North +Lena Brandt +USD +5,750.00");
    }

    @Test
    void mendedRowsAreOfOneMappingAndRejectsGoOutsideTheWorkspace() {
        Cli several = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--mended", "x.csv");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("are of one mapping, and 4 are given");

        Cli inside = Cli.hermes("import", files.workspace(), files.file("data.yaml"), "--rejects",
                files.workspace().resolve("facts"));
        assertThat(inside.code()).isEqualTo(2);
        assertThat(inside.err()).contains("belongs to the workspace. Maybe write to another folder.");
    }
}
