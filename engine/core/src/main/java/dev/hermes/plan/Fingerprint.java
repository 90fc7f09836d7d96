package dev.hermes.plan;

import dev.hermes.document.DocumentWriter;
import dev.hermes.model.Document;
import dev.hermes.model.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a calculation by what it is made of. */
final class Fingerprint {

    /** Changes whenever the engine would compute something else from the same documents. */
    private static final String MEANING = "1";

    private Fingerprint() {}

    static String of(Collection<Document> documents, Period period, @Nullable LocalDate asOf) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        add(digest, MEANING);
        add(digest, period.toString());
        add(digest, String.valueOf(asOf));
        List<Document> ordered = documents.stream()
                .sorted(Comparator.comparing(Document::kind).thenComparing(Document::code)).toList();
        ordered.forEach(document -> add(digest, DocumentWriter.toCanonicalJson(document)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
