package dev.hermes.workspace.imports;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a text is encoded: from its byte order mark, from what decodes it without exception, and only then from how
 * often its characters are used in which language (com.ibm.icu).
 */
final class EncodingDetector {

    /** Of encodings that go further than others, the further one: it reads what the other does, and more. */
    private static final Map<String, String> FURTHER = Map.of("ISO-8859-1", "windows-1252", "GB2312", "GB18030",
            "ISO-8859-9", "windows-1254");
    private static final List<String> KNOWN = List.of("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR",
            "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
            "windows-1256", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "KOI8-R");
    /** What icu gives, of 100, where it is as good as sure. */
    private static final int SURE = 60;
    private static final int MOST_OTHERS = 3;
    private static final int FEW = 20;
    /** What icu gives grows with the logarithm of what it sees, so this much is a lot. */
    private static final int CLEAR = 15;

    private EncodingDetector() {}

    static Found<String> detect(Contents contents) throws IOException, SourceProblem {
        Encoded marked = Encoded.of(contents, null);
        if (marked.isMarked()) {
            String name = marked.charset().name();
            return Found.certain(name, Message.of("It begins with the byte order mark of {0}.", name));
        }
        ByteSurvey survey = ByteSurvey.of(contents);
        if (survey.isWide()) {
            String name = survey.wide().name();
            return Found.likely(name, Message.of("Every other byte of its plain characters is NUL."));
        }
        if (survey.sample().length == 0) {
            return Found.certain("UTF-8",
                    Message.of("Only ASCII characters are in it, which nearly all encodings share."));
        }
        if (marked.firstMalformedLine() == 0) {
            return Found.certain("UTF-8", Message.of("All of it is UTF-8: line {0} reads {1}.", survey.firstLine(),
                    Quote.of(line(survey, StandardCharsets.UTF_8))));
        }
        return guess(contents, survey);
    }

    private static Found<String> guess(Contents contents, ByteSurvey survey) throws IOException, SourceProblem {
        SequencedMap<String, Integer> possible = new LinkedHashMap<>();
        SequencedMap<String, Integer> ofOneByte = new LinkedHashMap<>();
        List<String> unlikely = new ArrayList<>(List.of("GB18030", "windows-1252"));
        CharsetMatch[] matches = new CharsetDetector().setText(survey.sample()).detectAll();
        for (CharsetMatch match : matches) {
            String name = FURTHER.getOrDefault(match.getName(), match.getName());
            if (KNOWN.contains(name) && isOf(contents, name)) {
                if (!EverydayCharacters.belongTo(name)) {
                    ofOneByte.putIfAbsent(name, match.getConfidence());
                } else if (EverydayCharacters.fill(survey.sample(), name)) {
                    possible.putIfAbsent(name, match.getConfidence());
                } else {
                    unlikely.add(name);
                }
            }
        }
        // Text of one byte a character hardly ever happens to be everyday characters of two.
        ofOneByte.forEach(possible::putIfAbsent);
        for (String name : unlikely) {
            if (isOf(contents, name)) {
                possible.putIfAbsent(name, 0);
            }
        }
        if (possible.isEmpty()) {
            throw new SourceProblem(Encoded.of(contents, null).firstMalformedLine(), Message.of(
                    "The line is not UTF-8, and no other encoding fits. Maybe the file is no text, or was damaged."));
        }
        String best = possible.firstEntry().getKey();
        List<String> others = others(survey, possible);
        Message evidence = Message.of("line {0} reads {1} in {2}", survey.firstLine(),
                Quote.of(line(survey, Charset.forName(best))), best);
        if (others.isEmpty() && possible.firstEntry().getValue() >= SURE) {
            return Found.likely(best, Message.of("It is not UTF-8; {0}.", evidence));
        }
        Message readings = evidence;
        for (String other : others) {
            readings = Message.of("{0}, {1} in {2}", readings, Quote.of(line(survey, Charset.forName(other))), other);
        }
        return Found.open(best, Message.of("It is not UTF-8, and its {0}; which is it?", readings), others);
    }

    /** What else may be meant, unless it is much less likely or reads the same. */
    private static List<String> others(ByteSurvey survey, SequencedMap<String, Integer> possible) {
        List<String> others = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        readings.add(line(survey, Charset.forName(possible.firstEntry().getKey())));
        int best = possible.firstEntry().getValue();
        possible.forEach((name, confidence) -> {
            String reading = line(survey, Charset.forName(name));
            boolean isClose = best < SURE || confidence > best - CLEAR || isShort(survey);
            if (isClose && !readings.contains(reading) && others.size() < MOST_OTHERS) {
                readings.add(reading);
                others.add(name);
            }
        });
        return others;
    }

    /** Whether there is too little beside ASCII for how often it is used to tell anything. */
    private static boolean isShort(ByteSurvey survey) {
        int beside = 0;
        for (byte one : survey.sample()) {
            beside += one < 0 ? 1 : 0;
        }
        return beside < FEW;
    }

    private static boolean isOf(Contents contents, String encoding) throws IOException, SourceProblem {
        return Charset.isSupported(encoding) && Encoded.of(contents, encoding).firstMalformedLine() == 0;
    }

    /** The first line that is not all ASCII. */
    private static String line(ByteSurvey survey, Charset charset) {
        byte[] sample = survey.sample();
        int end = 0;
        while (end < sample.length && sample[end] != '\n') {
            end++;
        }
        @Nullable String text = decoded(Arrays.copyOf(sample, end), charset);
        return text == null ? "" : text.strip();
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
