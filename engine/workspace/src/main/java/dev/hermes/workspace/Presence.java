package dev.hermes.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells other programs by whom a workspace is open: a file in its folder {@code open}, and beside it another one that is
 * locked as long as the program lives, so that nobody is taken for present who was killed. Thread-safe; to be closed.
 */
final class Presence implements AutoCloseable {

    static final String FOLDER = "open";
    private static final String LOCK = ".lock";
    private static final Pattern LOCK_NAME = Pattern.compile(UniqueName.PATTERN + Pattern.quote(LOCK));

    private final Path folder;
    private final Path card;
    private final Path lock;
    private final FileChannel channel;

    private Presence(Path folder, Path card, Path lock, FileChannel channel) {
        this.folder = folder;
        this.card = card;
        this.lock = lock;
        this.channel = channel;
    }

    /** Whoever has a workspace open. */
    record Visitor(String author, String host, long process, Instant since) {

        String text() {
            return author + (host.isEmpty() ? "" : " on " + host) + " (process " + process + ", since "
                    + since.toString().replaceFirst("\\..*", "Z").replace('T', ' ') + ")";
        }
    }

    /** Announces this program in a workspace, until it is closed. */
    static Presence announce(Path workspace, String author, Instant now) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve(FOLDER));
        while (true) {
            String name = UniqueName.next();
            Path lock = folder.resolve(name + LOCK);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                Path card = folder.resolve(name);
                Files.write(card, List.of(author, host(), String.valueOf(ProcessHandle.current().pid()),
                        now.toString()));
                return new Presence(folder, card, lock, channel);
            }
            // Another program has taken it for abandoned, in the moment before it was locked, and removes it.
            channel.close();
        }
    }

    /** Where there are no locks nobody finds anybody gone, so it is as good as locked. */
    private static boolean isLocked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** Not asked of the network, which may take seconds to say that it does not know. */
    private static String host() {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(System::getenv).filter(Objects::nonNull).findFirst()
                .orElse("");
    }

    /** By whom else the workspace is open, the first first. Removes what killed programs have left. */
    List<Visitor> others() throws IOException {
        List<Path> locks;
        try (Stream<Path> files = Files.list(folder)) {
            locks = files.filter(file -> LOCK_NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !file.equals(lock)).toList();
        }
        List<Visitor> visitors = new ArrayList<>();
        for (Path other : locks) {
            String name = other.getFileName().toString();
            Path its = folder.resolve(name.substring(0, name.length() - LOCK.length()));
            if (isAbandoned(other)) {
                Files.deleteIfExists(its);
                Files.deleteIfExists(other);
            } else {
                visitor(its).ifPresent(visitors::add);
            }
        }
        visitors.sort((a, b) -> a.since().compareTo(b.since()));
        return visitors;
    }

    private static boolean isAbandoned(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (NoSuchFileException gone) {
            return true;
        }
    }

    private static Optional<Visitor> visitor(Path card) throws IOException {
        try {
            List<String> lines = Files.readAllLines(card);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Visitor(lines.get(0), lines.get(1), Long.parseLong(lines.get(2)),
                            Instant.parse(lines.get(3))));
        } catch (NoSuchFileException justGone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(card);
        } finally {
            Files.deleteIfExists(lock);
        }
    }
}
