package dev.hermes.plan;

import dev.hermes.digest.Sha256;
import dev.hermes.document.DocumentWriter;
import dev.hermes.model.Document;
import dev.hermes.model.Period;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a calculation by what it is made of. */
final class Fingerprint {

    /** Changes whenever the engine would compute something else from the same documents. */
    private static final String MEANING = "1";

    private Fingerprint() {}

    static String of(Collection<Document> documents, Period period, @Nullable LocalDate asOf) {
        var digest = new Sha256();
        add(digest, MEANING);
        add(digest, period.toString());
        add(digest, String.valueOf(asOf));
        List<Document> ordered = documents.stream()
                .sorted(Comparator.comparing(Document::kind).thenComparing(Document::code)).toList();
        ordered.forEach(document -> add(digest, DocumentWriter.toCanonicalJson(document)));
        return digest.hex();
    }

    private static void add(Sha256 digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.add(bytes.length + ":");
        digest.add(bytes);
    }
}
