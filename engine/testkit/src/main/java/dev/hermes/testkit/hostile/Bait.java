package dev.hermes.testkit.hostile;

/**
 * What hostile files try to get at.
 *
 * @param file
 *            the address of a file that holds {@link #SECRET}
 * @param address
 *            an address of this machine at which somebody would notice a request
 */
public record Bait(String file, String address) {

    /** What is to appear nowhere. */
    public static final String SECRET = "hunter2-of-the-canary";
}
