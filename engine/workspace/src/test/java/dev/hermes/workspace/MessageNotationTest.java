package dev.hermes.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are kept with all that is translated, and what was kept before stays as it is. */
class MessageNotationTest {

    @Test
    void patternsAndArgumentsAreKept() {
        Message message = Message.of("{0} in line {1}", Message.of("The \"key\" {0}", Message.verbatim("[7]")), 12);

        String kept = MessageNotation.write(message);

        assertThat(kept).isEqualTo("[\"{0} in line {1}\",[\"The \\\"key\\\" {0}\",[\"{0}\",\"[7]\"]],\"12\"]");
        Message read = MessageNotation.read(kept);
        assertThat(read.pattern()).isEqualTo(message.pattern());
        assertThat(read.arguments()).isEqualTo(message.arguments());
        assertThat(MessageNotation.write(read)).isEqualTo(kept);
    }

    @Test
    void nothingIsKeptOfNothing() {
        assertThat(MessageNotation.write(Message.EMPTY)).isEmpty();
        assertThat(MessageNotation.read("")).isEqualTo(Message.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amount: … is not a plain decimal", "[no]: … is no date", "[]", "[1]", "[\"a\",2]",
        "[\"a\"] and more", "{0}"})
    void wordsOfBeforeStayAsTheyAre(String words) {
        assertThat(MessageNotation.read(words).isVerbatim()).isTrue();
        assertThat(MessageNotation.read(words).text()).isEqualTo(words);
    }
}
