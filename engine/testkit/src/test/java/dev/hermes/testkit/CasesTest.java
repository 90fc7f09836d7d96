package dev.hermes.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping;
import dev.hermes.testkit.Cases.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {

    static Stream<Case> all() {
        return Stream.concat(Stream.of(Cases.ADVENTUREWORKS, Cases.EMPLOYEES), Cases.published().stream());
    }

    static Stream<Case> published() {
        return Cases.published().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void documentsAreReadAndBelongTogether(Case example) {
        Library library = library(example);

        assertThat(library.schemes()).isNotEmpty();
        assertThat(library.mappings()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileIsCopied(Case example, @TempDir Path folder) throws Exception {
        example.copyTo(folder.resolve("copy"));

        for (String file : example.files()) {
            assertThat(Files.readString(folder.resolve("copy").resolve(file))).isEqualTo(example.read(file));
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void mappingsNameFilesOfTheCase(Case example) {
        List<String> files = library(example).mappings().stream().map(Mapping::file).distinct().toList();

        assertThat(example.files()).containsAll(files)
                .hasSize(files.size() + example.documents().size() + List.of("expected.csv").size());
    }

    @ParameterizedTest
    @MethodSource("published")
    void expectedPayoutsAreGivenByPayeeAndPeriod(Case example) {
        List<String> lines = example.read("expected.csv").lines().toList();

        assertThat(lines.getFirst()).startsWith("payee,period,payout");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("[^,]+,2026-[^,]+,\\d+\\.\\d\\d(,.*)?"));
    }

    private static Library library(Case example) {
        List<LoadedDocument> documents = example.documents().stream()
                .flatMap(file -> DocumentReader.read(file, example.read(file)).stream()).toList();
        return Library.of(documents);
    }
}
