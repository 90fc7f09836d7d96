package dev.hermes.workspace.imports;

import dev.hermes.document.DocumentReader;
import dev.hermes.testkit.hostile.HostileFile;
import dev.hermes.testkit.hostile.HostileFiles;
import dev.hermes.testkit.hostile.HostileRun;
import dev.hermes.testkit.hostile.Observed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that brings hostile files into a workspace, one after the other. */
final class HostileImports {

    static final String DATASET = """
            hermes: 1
            kind: dataset
            code: sales
            columns:
              id: text
              amount: {type: number, digits: 38, scale: 12}
              day: date
              note: text
            key: id
            date: day
            """;

    private HostileImports() {}

    static List<HostileFile> tables() {
        return Stream.concat(HostileFiles.csv().stream(), HostileFiles.parquet().stream()).toList();
    }

    public static void main(String[] arguments) throws IOException {
        Path files = Path.of(arguments[0]);
        try (ImportFixture fixture = new ImportFixture(files)) {
            fixture.documents(DATASET);
            HostileRun.read(arguments, tables(), file -> Observed.of(() -> {
                fixture.run(mapping(file));
                return fixture.facts("sales");
            }));
        }
        HostileRun.read(arguments, HostileFiles.documents(), file -> Observed.of(() -> DocumentReader
                .read(file.name(), Files.readString(files.resolve(file.name()))).stream()
                .map(document -> document.subject()).toList()));
    }

    static String mapping(HostileFile file) {
        return """
                code: sales
                file: '%s'
                into: facts
                of: sales
                fields: {id: id, amount: amount, day: day, note: note}
                """.formatted(file.name()) + (file.format().isEmpty() ? "" : "format: " + file.format() + "\n");
    }
}
