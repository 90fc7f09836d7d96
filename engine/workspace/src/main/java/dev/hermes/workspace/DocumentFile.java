package dev.hermes.workspace;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import java.util.List;

/**
 * A file with documents, as its author wrote it.
 *
 * @param name
 *            the name by which findings call the file
 * @param text
 *            what is in it
 * @param documents
 *            what was read from the text
 */
public record DocumentFile(String name, String text, List<LoadedDocument> documents) {

    public DocumentFile {
        documents = List.copyOf(documents);
    }

    /**
     * Reads the text of a file.
     *
     * @throws dev.hermes.model.FindingsException
     *             where it does not hold documents
     */
    public static DocumentFile read(String name, String text) {
        return new DocumentFile(name, text, DocumentReader.read(name, text));
    }
}
