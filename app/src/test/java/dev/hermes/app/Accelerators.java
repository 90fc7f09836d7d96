package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.testkit.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/**
 * The published case C3 as files to play with: two sellers with goals of 100,000 in March 2026, paid 5,750 and 7,500 by
 * the scheme {@code accelerators}.
 */
@NullMarked
record Accelerators(Path folder) {

    static final String SCHEME = "accelerators";
    static final String PERIOD = "2026-03";

    /** Copies the files below a folder. */
    static Accelerators in(Path parent) {
        return new Accelerators(Cases.published().stream().filter(example -> example.folder().contains("/c3-"))
                .findFirst().orElseThrow().copyTo(parent.resolve("case")));
    }

    Path workspace() {
        return folder.resolveSibling("workspace");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces a text in a file, where it must stand. */
    Accelerators with(String file, String text, String replacement) {
        try {
            String content = Files.readString(file(file));
            assertThat(content).contains(text);
            Files.writeString(file(file), content.replace(text, replacement));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cli apply() {
        return Cli.hermes("apply", workspace(), file("scheme.yaml"));
    }

    Cli importAll() {
        return Cli.hermes("import", workspace(), file("data.yaml"));
    }

    /** Applies and imports everything. */
    Accelerators prepared() {
        assertThat(apply().err()).isEmpty();
        assertThat(importAll().err()).isEmpty();
        return this;
    }

    Cli calc(Object... more) {
        Object[] arguments = new Object[more.length + 6];
        System.arraycopy(new Object[] {"calc", workspace(), "--scheme", SCHEME, "--period", PERIOD}, 0, arguments, 0,
                6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Cli.hermes(arguments);
    }
}
