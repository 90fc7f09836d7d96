package dev.hermes.app.indicators;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Documents that come with the program and its tests. */
final class Libraries {

    static final Library DEMO = read("/dev/hermes/app/demo/",
            List.of("company", "facts", "field-sales", "indicators", "key-accounts", "team-leads"));
    static final Library ADVENTURE_WORKS = read("/dev/hermes/testkit/cases/adventureworks/",
            List.of("company", "territories", "commission", "override"));

    private Libraries() {}

    private static Library read(String folder, List<String> names) {
        List<LoadedDocument> documents = new ArrayList<>();
        for (String name : names) {
            String path = folder + name + ".yaml";
            try (InputStream file = Objects.requireNonNull(Libraries.class.getResourceAsStream(path), path)) {
                documents.addAll(DocumentReader.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        return Library.of(documents);
    }
}
