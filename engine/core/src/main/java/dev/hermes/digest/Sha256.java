package dev.hermes.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, made whole or in steps. Of one thread. */
public final class Sha256 {

    private final MessageDigest digest;

    /** The digest of nothing yet. */
    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Of a text, as hexadecimal digits. */
    public static String of(String text) {
        return new Sha256().add(text).hex();
    }

    /** Of bytes, as hexadecimal digits. */
    public static String of(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    /** Of all that is left of a stream, as hexadecimal digits. */
    public static String of(InputStream bytes) throws IOException {
        var made = new Sha256();
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), made.digest));
        return made.hex();
    }

    /** Adds a text, in UTF-8. */
    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** What was added, as 64 hexadecimal digits; starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** What was added, as 32 bytes; starts anew. */
    public byte[] bytes() {
        return digest.digest();
    }
}
