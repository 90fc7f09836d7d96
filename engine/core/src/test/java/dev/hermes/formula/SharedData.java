package dev.hermes.formula;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Finds the data that the project is accepted with. It lies in the folder that {@code -Dhermes.shared} names, or in one
 * called {@code shared} beside the checkout.
 */
final class SharedData {

    private SharedData() {}

    /**
     * The text of a file below {@code data}. Where there is none, the test is skipped, or fails if the environment has
     * {@code HERMES_SHARED_REQUIRED=1}.
     */
    static String read(String name) throws IOException {
        Path file = folder().resolve("data").resolve(name);
        if (!Files.exists(file)) {
            String reason = "Skipped because there is no " + file + ".";
            if ("1".equals(System.getenv("HERMES_SHARED_REQUIRED"))) {
                fail(reason);
            }
            abort(reason);
        }
        return Files.readString(file);
    }

    private static Path folder() {
        String named = System.getProperty("hermes.shared");
        if (named != null) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent).map(folder -> folder.resolve("shared"))
                .filter(folder -> Files.isDirectory(folder.resolve("data"))).findFirst()
                .orElse(here.resolve("shared"));
    }
}
