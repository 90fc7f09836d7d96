package dev.hermes.workspace.imports;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The characters that East Asian encodings place first because they are used every day (level 1 of GB 2312, Big5 and
 * JIS X 0208; the syllables of KS X 1001). A text that is read in another encoding than its own is full of the others.
 */
final class EverydayCharacters {

    /** The first bytes of everyday characters. */
    private record Range(int from, int to) {

        boolean contains(int lead) {
            return from <= lead && lead <= to;
        }
    }

    private static final Map<String, List<Range>> EVERYDAY = Map.of("GB18030", List.of(new Range(0xB0, 0xD7)), "Big5",
            List.of(new Range(0xA4, 0xC6)), "Shift_JIS", List.of(new Range(0x82, 0x83), new Range(0x88, 0x98)),
            "EUC-JP",
            List.of(new Range(0xA4, 0xA5), new Range(0xB0, 0xCF)), "EUC-KR", List.of(new Range(0xB0, 0xC8)));
    /** Names of people hold some that are not. */
    private static final double LEAST = 0.8;

    private static final Set<String> JAPANESE = Set.of("Shift_JIS", "EUC-JP");
    private static final double LEAST_KANA = 0.05;

    private EverydayCharacters() {}

    /** Whether an encoding is one of these. */
    static boolean belongTo(String encoding) {
        return EVERYDAY.containsKey(encoding);
    }

    /** Whether a text in this encoding, one of these, is mostly of everyday characters; Japanese has kana among them. */
    static boolean fill(byte[] text, String encoding) {
        List<Range> everyday = EVERYDAY.getOrDefault(encoding, List.of());
        Charset charset = Charset.forName(encoding);
        long all = 0;
        long usual = 0;
        long kana = 0;
        int[] characters = new String(text, charset).codePoints().filter(one -> Character.isLetter(one) && one >= 0x80)
                .toArray();
        for (int character : characters) {
            byte[] written = Character.toString(character).getBytes(charset);
            int lead = written[0] & 0xFF;
            all++;
            kana += isKana(character) ? 1 : 0;
            usual += written.length == 2 && everyday.stream().anyMatch(range -> range.contains(lead)) ? 1 : 0;
        }
        return usual >= all * LEAST && (!JAPANESE.contains(encoding) || kana >= all * LEAST_KANA);
    }

    private static boolean isKana(int character) {
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
