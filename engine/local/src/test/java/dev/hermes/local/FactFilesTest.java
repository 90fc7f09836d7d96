package dev.hermes.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactFilesTest {

    @TempDir
    Path folder;

    @Test
    void onlyPublishedFilesOfDatasetsAreFound() throws IOException {
        Path orders = Files.createDirectories(folder.resolve("orders"));
        Path second = Files.writeString(orders.resolve("b.parquet"), "2");
        Path first = Files.writeString(orders.resolve("a.parquet"), "1");
        Files.writeString(orders.resolve("c.parquet.part"), "3");
        Files.writeString(folder.resolve("d.parquet"), "4");
        Files.createDirectories(orders.resolve("e.parquet"));
        FactFiles files = FactFiles.in(folder);
        assertThat(files.files()).isEqualTo(Map.of("orders", List.of(first, second)));
        assertThat(files.of("returns")).isEmpty();
        assertThat(files.only(Set.of("orders", "returns"))).isEqualTo(files);
        assertThat(files.only(Set.of("returns")).files()).isEmpty();
        assertThat(FactFiles.in(folder.resolve("nowhere")).files()).isEmpty();
    }

    @Test
    void theVersionChangesWithEveryFile() throws IOException {
        Path orders = Files.createDirectories(folder.resolve("orders"));
        String none = FactFiles.in(folder).version();
        Path file = Files.writeString(orders.resolve("a.parquet"), "1");
        String one = FactFiles.in(folder).version();
        assertThat(one).isNotEqualTo(none).isEqualTo(FactFiles.in(folder).version());
        Files.writeString(file, "12");
        String longer = FactFiles.in(folder).version();
        assertThat(longer).isNotEqualTo(one);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        String older = FactFiles.in(folder).version();
        assertThat(older).isNotEqualTo(longer);
        Files.createDirectories(folder.resolve("returns"));
        Files.move(file, folder.resolve("returns/a.parquet"));
        assertThat(FactFiles.in(folder).version()).isNotEqualTo(older);
    }

    @Test
    void filesOutsideTheFolderAreRefused() {
        assertThatThrownBy(() -> new FactFiles(folder, Map.of("orders", List.of(Path.of("/etc/passwd")))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must lie below the facts folder");
    }
}
