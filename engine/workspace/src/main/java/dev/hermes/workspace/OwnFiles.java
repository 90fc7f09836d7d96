package dev.hermes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The files of a folder that the workspace itself has named; which of them count stands in the database. Thread-safe. */
final class OwnFiles {

    private final WorkspaceDatabase database;
    private final Path folder;
    private final int depth;
    private final Pattern names;

    /**
     * @param depth
     *            how deep below the folder the files lie, from 1
     * @param names
     *            what the workspace calls them, or a part of one; what people put there is theirs
     */
    OwnFiles(WorkspaceDatabase database, Path folder, int depth, Pattern names) {
        this.database = database;
        this.folder = folder;
        this.depth = depth;
        this.names = names;
    }

    /** Has a file removed where the change at hand is undone. */
    void removeIfUndone(Path file) {
        database.ifUndone(() -> removeIfPossible(file));
    }

    /**
     * Removes the files that do not count. They are left for the time that the workspace is open because somebody may be
     * reading them, and where another program is writing: they may be its new ones.
     */
    void removeLeftovers(Function<Handle, Set<Path>> kept) throws IOException {
        if (!Files.isDirectory(folder) || leftovers(database.read(kept::apply)).isEmpty()) {
            return;
        }
        database.writeUnlessBusy(handle -> {
            leftovers(kept.apply(handle)).forEach(OwnFiles::removeIfPossible);
            return true;
        });
    }

    /** Removes a file, unless somebody is reading it who does not allow that: then it is left for the next time. */
    private static void removeIfPossible(Path file) {
        file.toFile().delete();
    }

    private List<Path> leftovers(Set<Path> kept) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> names.matcher(file.getFileName().toString()).matches() && !kept.contains(file))
                    .toList();
        }
    }
}
