package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.testkit.hostile.HostileFile;
import dev.hermes.testkit.hostile.HostileFiles;
import dev.hermes.testkit.hostile.HostileRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile file is brought in rightly or refused with its place, in 256 MiB, and nothing else is touched. */
class HostileImportTest {

    @TempDir
    Path folder;

    @Test
    void hostileFilesDoNoHarm() throws IOException, InterruptedException {
        List<HostileFile> hostile = Stream
                .concat(HostileImports.tables().stream(), HostileFiles.documents().stream()).toList();
        assertThat(hostile).extracting(HostileFile::name).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        try (HostileRun run = new HostileRun(folder)) {
            assertThat(run.contradictions(HostileImports.class, hostile)).isEmpty();
        }
    }
}
