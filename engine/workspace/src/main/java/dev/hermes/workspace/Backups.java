package dev.hermes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a workspace's database in its folder {@code backups}, the last few of which are kept. Facts are not copied:
 * their files never change, and mappings bring them in again.
 */
final class Backups {

    static final String FOLDER = "backups";

    private static final int KEPT = 7;
    private static final Duration DAY = Duration.ofHours(20);
    private static final String PREFIX = "workspace-";
    private static final String ENDING = ".db";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path workspace;

    Backups(Path workspace) {
        this.workspace = workspace;
    }

    /** A backup. */
    record Backup(Path file, Instant madeAt) {}

    /** All that there are, the latest first. */
    List<Backup> all() throws IOException {
        Path folder = workspace.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Backup> backups = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> madeAt(file).ifPresent(at -> backups.add(new Backup(file, at))));
        }
        backups.sort(Comparator.comparing(Backup::madeAt).reversed());
        return backups;
    }

    private static Optional<Instant> madeAt(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    NAME.parse(name.substring(PREFIX.length(), name.length() - ENDING.length()), Instant::from));
        } catch (DateTimeParseException strangersName) {
            return Optional.empty();
        }
    }

    /** Whether the last one is a day old, or there is none. */
    boolean isDue(Instant now) throws IOException {
        List<Backup> backups = all();
        return backups.isEmpty() || backups.getFirst().madeAt().plus(DAY).isBefore(now);
    }

    /** Makes one, and removes those that are too many. A damaged database is not copied: it would push good copies out. */
    void make(WorkspaceDatabase database, Instant now) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve(FOLDER));
        Path file = folder.resolve(PREFIX + NAME.format(now) + ENDING);
        Path draft = folder.resolve(UniqueName.next());
        try {
            database.copyTo(draft);
            if (Doctor.examine(draft, null).isEmpty()) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                for (Backup old : all().stream().skip(KEPT).toList()) {
                    Files.deleteIfExists(old.file());
                }
            }
        } finally {
            removeDatabase(draft);
        }
    }

    /** The latest backup that is not damaged itself; null where there is none. */
    @Nullable
    Backup latestIntact() throws IOException {
        for (Backup backup : all()) {
            if (Doctor.examine(backup.file(), null).isEmpty()) {
                return backup;
            }
        }
        return null;
    }

    /** Removes a database with what SQLite may have put beside it. */
    static void removeDatabase(Path file) throws IOException {
        for (String ending : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }
}
