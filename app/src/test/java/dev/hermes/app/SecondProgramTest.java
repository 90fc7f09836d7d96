package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that have one workspace open: the second is told of the first, and both go on. */
class SecondProgramTest {

    @TempDir
    Path folder;

    private Path workspace;
    private Path documents;

    @BeforeEach
    void make() throws IOException {
        workspace = folder.resolve("workspace");
        documents = Files.writeString(folder.resolve("calendar.yaml"), """
                hermes: 1
                kind: calendar
                code: quarters
                periods: quarters
                """);
        assertThat(Cli.hermes("apply", workspace, documents).code()).isZero();
    }

    @Test
    void theSecondIsToldByWhomTheWorkspaceIsOpen() throws IOException {
        try (OtherProgram other = OtherProgram.open(workspace)) {
            assertThat(Cli.hermes("history", workspace).findings()).singleElement().asString()
                    .startsWith("The workspace " + workspace + " is also open by ")
                    .contains(System.getProperty("user.name"), "(process " + other.id() + ", since ");
        }
        assertThat(Cli.hermes("history", workspace).findings()).isEmpty();
    }

    @Test
    void theSecondMayEditNevertheless() throws IOException {
        try (OtherProgram _ = OtherProgram.open(workspace)) {
            Files.writeString(documents, Files.readString(documents) + "name: Edited beside another program\n");
            assertThat(Cli.hermes("apply", workspace, documents).code()).isZero();
        }
        assertThat(Cli.hermes("history", workspace).lines()).filteredOn(line -> line.contains("calendar quarters"))
                .hasSize(2);
    }

    @Test
    void whoWasKilledHasItOpenNoMore() throws IOException, InterruptedException {
        try (OtherProgram other = OtherProgram.open(workspace)) {
            other.kill();
            assertThat(Cli.hermes("history", workspace).findings()).isEmpty();
        }
    }
}
