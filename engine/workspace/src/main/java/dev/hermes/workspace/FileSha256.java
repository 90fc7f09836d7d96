package dev.hermes.workspace;

import dev.hermes.digest.Sha256;
import dev.hermes.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The SHA-256 of what is in a file. */
public final class FileSha256 {

    private FileSha256() {}

    /** As hexadecimal digits. */
    public static String of(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Sha256.of(bytes);
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The file {0} cannot be read", file), e);
        }
    }
}
