package dev.hermes.testkit.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Inputs made out of others by small wounds, the same for the same seed. Not thread-safe. */
public final class Mutations {

    private static final int MOST_WOUNDS = 5;
    private static final int LONGEST = 1 << 16;

    private final List<byte[]> seeds;
    private final List<byte[]> words;
    private final Random random;

    /**
     * @param seeds
     *            what is wounded; at least one
     * @param words
     *            what means something to the reader; at least one
     */
    public Mutations(List<byte[]> seeds, List<byte[]> words, long seed) {
        this.seeds = List.copyOf(seeds);
        this.words = List.copyOf(words);
        random = new Random(seed);
    }

    public byte[] next() {
        byte[] bytes = any(seeds);
        for (int wound = random.nextInt(MOST_WOUNDS); wound >= 0; wound--) {
            bytes = wounded(bytes);
        }
        return bytes;
    }

    private byte[] any(List<byte[]> from) {
        return from.get(random.nextInt(from.size()));
    }

    private byte[] wounded(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + Math.min(64, bytes.length)));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes);
            case 1 -> replaced(bytes, from, to, new byte[0]);
            case 2 -> replaced(bytes, from, from, any(words));
            case 3 -> replaced(bytes, from, to, any(words));
            case 4 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
            case 5 -> spliced(bytes, from);
            default -> replaced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (bytes.length > 0) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] bytes, int from) {
        byte[] other = any(seeds);
        return replaced(bytes, from, bytes.length,
                Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        if (bytes.length - (to - from) + by.length > LONGEST) {
            return bytes;
        }
        byte[] replaced = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, replaced, 0, from);
        System.arraycopy(by, 0, replaced, from, by.length);
        System.arraycopy(bytes, to, replaced, from + by.length, bytes.length - to);
        return replaced;
    }
}
