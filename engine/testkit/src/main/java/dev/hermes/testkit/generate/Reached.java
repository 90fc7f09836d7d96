package dev.hermes.testkit.generate;

import dev.hermes.document.DocumentWriter;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The documents that a scheme reaches, found by the names in their texts. */
record Reached(Set<Document> documents) {

    static Reached of(List<Document> all, String scheme) {
        Set<Document> found = new LinkedHashSet<>();
        all.stream().filter(document -> document.kind() == DocumentKind.SCHEME && document.code().equals(scheme))
                .forEach(found::add);
        int before = 0;
        while (found.size() > before) {
            before = found.size();
            for (Document document : List.copyOf(found)) {
                String text = DocumentWriter.toYaml(document);
                all.stream().filter(other -> other.kind() != DocumentKind.SCHEME)
                        .filter(other -> Pattern.compile("\\b" + Pattern.quote(other.code()) + "\\b").matcher(text)
                                .find())
                        .forEach(found::add);
            }
        }
        return new Reached(found);
    }

    boolean names(String code) {
        return documents.stream().anyMatch(document -> document.code().equals(code));
    }
}
