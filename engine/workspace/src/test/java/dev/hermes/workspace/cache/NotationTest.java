package dev.hermes.workspace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Failure;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The month of a team, with a value of every kind. */
class NotationTest {

    private record Month(String team, Series series, LocalDate day, @Nullable String remark, boolean closed,
            double shape,
            Decimal total, List<AssignmentKey> people, Map<String, Set<String>> groups, Message.Argument said,
            NumberColumn values, int[] days, @Nullable String[] keys) {}

    private static final Notation<Month> NOTATION = Notation.of(Month.class);

    private static Month march() {
        NumberColumn values = new NumberColumn(3);
        values.set(0, Decimal.parse("-12.5"));
        values.setMissing(1);
        values.setFailure(2, Failure.missing("revenue").within("scheme field"));
        return new Month("North", Series.TARGET, LocalDate.of(2026, 3, 31), null, true, 0.25,
                Decimal.parse("99999999999999.123456789012"),
                List.of(new AssignmentKey("7", "seller", "North"), new AssignmentKey("8", "seller", "North")),
                Map.of("heads", Set.of("7"), "others", Set.of()),
                new Message.Argument.Said(Message.of("{0} of {1}", "1", Message.of("all"))), values, new int[] {3, 1},
                new @Nullable String[] {"a", null});
    }

    private static byte[] written(Month month) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            NOTATION.write(month, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        }
        return bytes.toByteArray();
    }

    private static Month read(byte[] bytes) throws IOException {
        return NOTATION.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void whatWasWrittenReadsAsAnEqualValue() throws IOException {
        Month back = read(written(march()));
        assertThat(back).usingRecursiveComparison().isEqualTo(march());
        assertThat(back.values().failure(2)).isEqualTo(march().values().failure(2));
        assertThat(back.people().get(0).organisation()).as("one text").isSameAs(back.people().get(1).organisation());
    }

    @Test
    void whatIsDamagedIsRefusedOrReadsAsAnotherValueAndTakesNoMore() {
        byte[] whole = written(march());
        Random random = new Random(20_261_201);
        int refused = 0;
        int other = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int k = random.nextInt(4); k >= 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(damaged)).isNotNull();
                other++;
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(refused).as("refused").isGreaterThan(5_000);
        assertThat(other).as("read as another value").isPositive();
    }

    @Test
    void theKindSaysWhatIsDeclared() {
        assertThat(NOTATION.kind()).startsWith("Month ").isNotEqualTo(Notation.of(Other.Month.class).kind());
    }

    private static final class Other {

        private record Month(String team) {}
    }

    private record Unfit(Object anything) {}

    @Test
    void whatCannotBeWrittenIsSaidAtOnce() {
        assertThatThrownBy(() -> Notation.of(Unfit.class))
                .hasMessage("It is not known how class java.lang.Object is written.");
    }
}
