package dev.hermes.app.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The place beside a file or folder where it is written until it is complete. It is locked as long as the writing
 * program lives, so that the next draft of the same name can tell what a killed program has left, and removes that. Of
 * one thread; to be closed.
 */
final class Draft implements AutoCloseable {

    private static final String LOCK = ".lock";
    private static final String UNIQUE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Path path;
    private final Path lock;
    private final FileChannel channel;

    private Draft(Path path, Path lock, FileChannel channel) {
        this.path = path;
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Finds a place for what will have a name in a folder. Only the lock is made, beside it.
     *
     * @throws IOException
     *             where nothing can be written in the folder
     */
    static Draft of(Path folder, String name) throws IOException {
        removeAbandoned(folder, name);
        while (true) {
            Path path = folder.resolve("." + name + "." + UUID.randomUUID());
            Path lock = folder.resolve(path.getFileName() + LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new Draft(path, lock, channel);
            }
            // Another program has taken it for abandoned, in the moment before it was locked, and removes it.
            channel.close();
        }
    }

    /** Where there are no locks nobody finds a draft abandoned, so it is as good as locked. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    private static void removeAbandoned(Path folder, String name) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote("." + name + ".") + UNIQUE + Pattern.quote(LOCK));
        List<Path> locks;
        try (Stream<Path> files = Files.list(folder)) {
            locks = files.filter(file -> ours.matcher(file.getFileName().toString()).matches()).toList();
        }
        locks.forEach(Draft::removeIfAbandoned);
    }

    private static void removeIfAbandoned(Path lock) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                String name = lock.getFileName().toString();
                removeAll(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lock);
            }
        } catch (IOException | OverlappingFileLockException notOurs) {
            // Somebody else's, or in use in this program: it is no obstacle, and stays.
            return;
        }
    }

    /** Where to write. */
    Path path() {
        return path;
    }

    /** Removes what was written and not moved away. */
    @Override
    public void close() throws IOException {
        try (channel) {
            removeAll(path);
        } finally {
            Files.deleteIfExists(lock);
        }
    }

    private static void removeAll(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> parts;
        try (Stream<Path> paths = Files.walk(path)) {
            parts = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path part : parts) {
            Files.delete(part);
        }
    }
}
