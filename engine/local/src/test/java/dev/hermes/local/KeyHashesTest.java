package dev.hermes.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Dataset;
import dev.hermes.model.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KeyHashesTest {

    @Test
    void provesThatManyValuesDiffer() {
        KeyHashes keys = new KeyHashes();
        IntStream.range(0, 300).forEach(chunk -> keys.add(texts(IntStream.range(0, 1_000)
                .mapToObj(row -> "O" + (chunk * 1_000 + row)).toList())));

        assertThat(keys.proveDifferent()).isTrue();
    }

    @Test
    void findsTheOneAmongMany() {
        KeyHashes keys = new KeyHashes();
        keys.add(texts(List.of("O77777")));
        IntStream.range(0, 100).forEach(chunk -> keys.add(texts(IntStream.range(0, 1_000)
                .mapToObj(row -> "O" + (chunk * 1_000 + row)).toList())));

        assertThat(keys.proveDifferent()).isFalse();
    }

    @Test
    void missingValuesEqualNoOther() {
        assertThat(prove(List.of(Arrays.asList(null, "1", null, "2"), Arrays.asList("3", null)))).isTrue();
        assertThat(prove(List.of(Arrays.asList(null, null)))).isTrue();
        assertThat(prove(List.of(List.of("", "1"), List.of("")))).isFalse();
    }

    @Test
    void provesNothingOfMoreRowsThanItHolds() {
        KeyHashes keys = new KeyHashes();
        FactVector missing = texts(Arrays.asList(new @Nullable String[1 << 16]));
        for (int row = 0; row <= KeyHashes.MOST_ROWS; row += 1 << 16) {
            keys.add(missing);
        }
        assertThat(keys.proveDifferent()).isFalse();
    }

    @RepeatedTest(200)
    void provesWhatIsSo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<String>> chunks = Stream.generate(() -> Stream.generate(() -> String.valueOf(random.nextInt(500)))
                .limit(random.nextInt(6)).toList()).limit(random.nextInt(12)).toList();
        List<String> all = chunks.stream().flatMap(List::stream).toList();

        assertThat(prove(chunks)).isEqualTo(new HashSet<>(all).size() == all.size());
    }

    private static boolean prove(List<? extends List<? extends @Nullable String>> chunks) {
        KeyHashes keys = new KeyHashes();
        chunks.forEach(chunk -> keys.add(texts(chunk)));
        return keys.proveDifferent();
    }

    private static FactVector texts(List<? extends @Nullable String> values) {
        FactVector texts = FactVector.of(new Dataset.Column("id", Type.TEXT, 0, 0), values.size());
        values.forEach(texts::add);
        return texts;
    }
}
