package dev.hermes.workspace.trust;

import dev.hermes.model.Message;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The programs that the user lets Hermes run. They are in a file of the user's own folder, which nobody else may write;
 * it is read anew each time, and replaced whole. Thread-safe, also between processes.
 */
public final class TrustedPrograms {

    /** The largest program that can be trusted, in bytes. */
    public static final int LARGEST = 1 << 20;

    private static final String NAME = "trusted-programs";
    private static final String HEADER = "# What Hermes may run: SHA-256, time, file. Written by 'hermes trust'.";

    private final Path folder;
    private final Path file;

    private TrustedPrograms(Path folder) {
        this.folder = folder;
        file = folder.resolve(NAME);
    }

    /**
     * Those of the user of this process: in the folder that the system property {@code hermes.config} names, else in the
     * one that the operating system has for settings.
     */
    public static TrustedPrograms ofUser() {
        return new TrustedPrograms(UserFolder.ofProcess());
    }

    /** Those in a folder. */
    public static TrustedPrograms in(Path folder) {
        return new TrustedPrograms(folder);
    }

    /** The file that they are in, which need not be there. */
    public Path file() {
        return file;
    }

    /**
     * All of them, in the order in which they were trusted.
     *
     * @throws WorkspaceException
     *             where the file cannot be read or is damaged, or where somebody else may write it
     */
    public List<TrustedProgram> all() {
        try {
            refuseWritableByOthers();
            List<TrustedProgram> programs = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.startsWith("#")) {
                    programs.add(program(line));
                }
            }
            return List.copyOf(programs);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (CharacterCodingException e) {
            throw damaged(Message.of("is not UTF-8"));
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("What was trusted, {0}, cannot be read", file), e);
        }
    }

    private void refuseWritableByOthers() throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        if (rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw damaged(Message.of("may be written by others"));
        }
    }

    private TrustedProgram program(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3 || !TrustedProgram.isHash(parts[0])) {
            throw damaged(Message.of("has a line that is none of its own"));
        }
        try {
            return new TrustedProgram(parts[0], Instant.parse(parts[1]), Path.of(parts[2]));
        } catch (DateTimeException | InvalidPathException e) {
            throw damaged(Message.of("has a line that is none of its own"));
        }
    }

    private WorkspaceException damaged(Message what) {
        return WorkspaceException.of(Message.of("What was trusted, {0}, cannot be relied on", file),
                Message.of("it {0}; remove it, and trust anew what you have read", what), null);
    }

    /** Lets Hermes run a program; one of the same bytes is known anew by this file. */
    public TrustedProgram add(Path program, byte[] bytes, Instant now) {
        Path place = program.toAbsolutePath().normalize();
        if (place.toString().chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name of the file holds a character that cannot be seen.");
        }
        TrustedProgram added = new TrustedProgram(TrustedProgram.hash(bytes), now, place);
        change(before -> {
            List<TrustedProgram> after = without(before, List.of(added.hash()));
            after.add(added);
            return after;
        });
        return added;
    }

    /** Programs that Hermes may run no longer; those that it might not run before count for nothing. */
    public void remove(List<TrustedProgram> programs) {
        List<String> hashes = programs.stream().map(TrustedProgram::hash).toList();
        change(before -> without(before, hashes));
    }

    private static List<TrustedProgram> without(List<TrustedProgram> programs, List<String> hashes) {
        return new ArrayList<>(programs.stream().filter(program -> !hashes.contains(program.hash())).toList());
    }

    private synchronized void change(UnaryOperator<List<TrustedProgram>> change) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(folder.resolve(NAME + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("its lock was lost");
                }
                write(change.apply(all()));
            }
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("What was trusted, {0}, cannot be written", file), e);
        }
    }

    private void write(List<TrustedProgram> programs) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        programs.forEach(program -> lines.add(program.hash() + " " + program.since() + " " + program.file()));
        // The JDK gives a temporary file to its owner alone.
        Path draft = Files.createTempFile(folder, NAME, ".draft");
        try {
            if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, lines, StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
