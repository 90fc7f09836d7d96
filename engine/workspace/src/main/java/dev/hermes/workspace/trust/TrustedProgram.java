package dev.hermes.workspace.trust;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
