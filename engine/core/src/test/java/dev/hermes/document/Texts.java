package dev.hermes.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The documents in the test resources. */
final class Texts {

    private Texts() {}

    /** The YAML files that are right, one or more of each kind of document. */
    static List<Path> good() {
        return yaml("calendars.yaml");
    }

    /** The YAML files that are wrong; beside each stands a text file with its findings. */
    static List<Path> bad() {
        return yaml("bad/unknown-field.yaml");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String resource) {
        return read(path(resource));
    }

    private static List<Path> yaml(String oneOfThem) {
        Path folder = Objects.requireNonNull(path(oneOfThem).getParent());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String resource) {
        URL url = Objects.requireNonNull(Texts.class.getResource(resource), resource);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
