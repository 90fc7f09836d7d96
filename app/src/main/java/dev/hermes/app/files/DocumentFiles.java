package dev.hermes.app.files;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.DocumentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files with documents, named one by one or by the folder that they are in.
 *
 * @param files
 *            what was read, each with the path under which it was named
 */
public record DocumentFiles(List<Named> files) {

    private static final Set<String> ENDINGS = Set.of(".yaml", ".yml", ".json");

    public DocumentFiles {
        files = List.copyOf(files);
    }

    /** A file that was read, and where it lies. */
    public record Named(Path path, DocumentFile file) {}

    /**
     * Reads files; of a folder all below it that end like documents, in the order of their names.
     *
     * @throws UnusableFileException
     *             where a path leads nowhere, or to a folder without documents
     * @throws FindingsException
     *             with everything that is wrong in any of the files
     */
    public static DocumentFiles read(List<Path> paths) {
        SequencedSet<Path> found = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(within(path));
            } else if (Files.exists(path)) {
                found.add(path.normalize());
            } else {
                throw UnusableFileException.missing(path);
            }
        }
        List<Named> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path path : found) {
            String text = TextFile.read(path);
            try {
                files.add(new Named(path, DocumentFile.read(path.toString(), text)));
            } catch (FindingsException refused) {
                findings.addAll(refused.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new DocumentFiles(files);
    }

    private static List<Path> within(Path folder) {
        List<Path> found;
        try (Stream<Path> paths = Files.walk(folder)) {
            found = paths.filter(path -> isDocument(path) && Files.isRegularFile(path)).map(Path::normalize).sorted()
                    .toList();
        } catch (IOException e) {
            throw UnusableFileException.unreadable(folder, e);
        }
        if (found.isEmpty()) {
            throw UnusableFileException.of(Message.of("The folder {0} holds no documents: no file in it ends with "
                    + ".yaml, .yml or .json. Maybe this is another folder than you meant.", folder));
        }
        return found;
    }

    private static boolean isDocument(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The files without their places. */
    public List<DocumentFile> contents() {
        return files.stream().map(Named::file).toList();
    }

    /** All documents, in the order in which they were read. */
    public List<LoadedDocument> documents() {
        return files.stream().flatMap(named -> named.file().documents().stream()).toList();
    }
}
