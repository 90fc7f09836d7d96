package dev.hermes.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.testkit.hostile.HostileFile;
import dev.hermes.testkit.hostile.HostileRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each hostile workbook is read rightly or refused with its place, in 256 MiB, and nothing else is touched. */
class HostileWorkbooksTest {

    @TempDir
    Path folder;

    @Test
    void hostileWorkbooksDoNoHarm() throws IOException, InterruptedException {
        try (HostileRun run = new HostileRun(folder)) {
            List<HostileFile> hostile = HostileWorkbooksRead.workbooks(run.bait());
            assertThat(hostile).extracting(HostileFile::name).doesNotHaveDuplicates().hasSizeGreaterThan(45);
            assertThat(run.contradictions(HostileWorkbooksRead.class, hostile)).isEmpty();
        }
    }
}
