package dev.hermes.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A certificate that a server has signed itself, as PEM, and its key.
 *
 * @param certificate
 *            who trusts this one, trusts the server
 */
record TestCertificate(Path certificate, Path key) {

    private static final char[] PASSWORD = "of-this-test".toCharArray();

    /** Makes one for a host, in files of this name in the folder. */
    static TestCertificate make(Path folder, String name, String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-alias", "server", "-keyalg",
                "RSA", "-keysize", "2048", "-sigalg", "SHA256withRSA", "-dname", "CN=" + host, "-ext",
                "san=dns:" + host,
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD)))
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("No certificate was made: " + said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD);
        }
        return new TestCertificate(
                write(folder.resolve(name + ".crt"), "certificate", keys.getCertificate("server").getEncoded()),
                write(folder.resolve(name + ".key"), "private key", keys.getKey("server", PASSWORD).getEncoded()));
    }

    private static Path write(Path file, String kind, byte[] bytes) throws IOException {
        String name = kind.toUpperCase(Locale.ROOT);
        return Files.writeString(file, "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name
                + "-----\n");
    }
}
