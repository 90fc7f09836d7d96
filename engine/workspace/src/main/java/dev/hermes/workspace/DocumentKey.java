package dev.hermes.workspace;

import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;

/** Names one document of a workspace. */
public record DocumentKey(DocumentKind kind, String code) {

    public static DocumentKey of(Document document) {
        return new DocumentKey(document.kind(), document.code());
    }

    /** What findings call the document, such as {@code indicator sales}. */
    public String subject() {
        return kind.word() + " " + code;
    }
}
