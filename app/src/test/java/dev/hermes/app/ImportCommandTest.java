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

        assertThat(answer.lines()).containsExactly("  mapping      into         brought in  left out  replaced",
                "  names        persons               2         0         0",
                "  assignments  assignments           2         0         0",
                "  orders       facts                 4         0         0",
                "  goals        targets               2         0         0");
        assertThat(answer.code()).isZero();
    }

    @Test
    void whatAMappingBroughtBeforeIsReplaced() {
        files.importAll();

        assertThat(files.importAll().out()).contains("orders       facts                 4         0         4");
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
}
