package dev.hermes.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The data that was handed to the project and is kept outside it. It lies in the folder that the system property
 * {@code hermes.shared} names, or else in {@code shared} beside the project. Where it is absent, tests that need it are
 * skipped and say so; where the environment says {@code HERMES_SHARED_REQUIRED=1}, they fail.
 */
public final class SharedData {

    private static final String PROPERTY = "hermes.shared";
    private static final String REQUIRED = "HERMES_SHARED_REQUIRED";

    private SharedData() {}

    /**
     * A folder or file of the shared data.
     *
     * @param path
     *            relative to the shared folder, with {@code /}: {@code data/adventureworks}
     */
    public static Path require(String path) {
        Path shared = shared(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
        if (shared != null && Files.exists(shared.resolve(path))) {
            return shared.resolve(path);
        }
        String message = "there is no " + path + " in "
                + (shared == null ? "a folder 'shared' beside the project" : shared.toString())
                + ". Maybe name the folder that holds it with -D" + PROPERTY + "=FOLDER.";
        if ("1".equals(System.getenv(REQUIRED))) {
            return Assertions.fail(REQUIRED + " is 1, but " + message);
        }
        return Assumptions.abort("skipped: " + message);
    }

    /** The shared folder, whether it exists or not; null where no folder around this one is the project's. */
    static @Nullable Path shared(@Nullable String property, Path directory) {
        if (property != null && !property.isBlank()) {
            return directory.resolve(property);
        }
        for (Path folder = directory; folder != null; folder = folder.getParent()) {
            if (isProject(folder)) {
                return folder.resolveSibling("shared");
            }
        }
        return null;
    }

    private static boolean isProject(Path folder) {
        Path pom = folder.resolve("pom.xml");
        try {
            return Files.isDirectory(folder.resolve(".ci"))
                    || (Files.isRegularFile(pom) && Files.readString(pom).contains("<modules>"));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + pom + " cannot be read.", e);
        }
    }
}
