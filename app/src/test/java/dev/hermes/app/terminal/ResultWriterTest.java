package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

    @Test
    void whatIsWrittenArrives() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ResultWriter writer = new ResultWriter(stream, StandardCharsets.UTF_8);
        writer.print("工资 4,100.25");

        assertThat(writer.checkError()).isFalse();
        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("工资 4,100.25");
    }

    @Test
    void aFullDiskIsNoticed() {
        assertThat(isLost("No space left on device")).isTrue();
    }

    @Test
    void aReaderThatHasSeenEnoughMissesNothing() {
        assertThat(isLost("Broken pipe")).isFalse();
    }

    private static boolean isLost(String reason) {
        ResultWriter writer = new ResultWriter(new OutputStream() {
            @Override
            public void write(int unused) throws IOException {
                throw new IOException(reason);
            }
        }, StandardCharsets.UTF_8);
        writer.print("payouts");
        return writer.checkError();
    }
}
