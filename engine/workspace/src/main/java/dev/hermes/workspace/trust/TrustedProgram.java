package dev.hermes.workspace.trust;

import dev.hermes.digest.Sha256;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A program that the user lets Hermes run.
 *
 * @param hash
 *            the SHA-256 of its bytes, 64 hexadecimal digits: what is trusted, wherever it lies
 * @param since
 *            when it was trusted
 * @param file
 *            where it lay then
 */
public record TrustedProgram(String hash, Instant since, Path file) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public TrustedProgram {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("The hash (" + hash + ") must have 64 hexadecimal digits.");
        }
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The SHA-256 of a program. */
    public static String hash(byte[] program) {
        return Sha256.of(program);
    }
}
