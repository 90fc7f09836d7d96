package dev.hermes.app.report;

import dev.hermes.kernel.SchemeResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements of a scheme, one for each payee to whom it applies, in the order of keys. Stateless. */
final class Statements {

    private Statements() {}

    static Stream<Statement> of(SchemeResult result) {
        return IntStream.range(0, result.size()).filter(result::applies)
                .mapToObj(index -> Statement.of(result, index));
    }
}
