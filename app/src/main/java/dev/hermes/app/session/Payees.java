package dev.hermes.app.session;

import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.Scheme;
import java.util.List;
import java.util.stream.IntStream;

/** Finds payees by what people write. Stateless. */
public final class Payees {

    private Payees() {}

    /**
     * The index of the payee that a text names: its key, or the person where the person has one payee in the scheme.
     *
     * @throws FindingsException
     *             where it names none or several
     */
    public static int find(SchemeResult result, String text, String period) {
        int index = result.indexOf(text);
        if (index >= 0) {
            return index;
        }
        List<Integer> ofPerson = IntStream.range(0, result.size())
                .filter(candidate -> person(result, candidate).equals(text)).boxed().toList();
        if (ofPerson.size() == 1) {
            return ofPerson.getFirst();
        }
        throw new FindingsException(List.of(Finding.error("payee " + text, "", null,
                ofPerson.isEmpty() ? unknown(result, text, period) : several(result, ofPerson))));
    }

    private static String person(SchemeResult result, int index) {
        return result.scheme().document().payee() == Scheme.Payee.PERSON
                ? result.payee(index)
                : AssignmentKey.parse(result.payee(index)).person();
    }

    private static Message several(SchemeResult result, List<Integer> indexes) {
        return Message.of("The person has several assignments in the scheme. Maybe one of {0}?",
                String.join(", ", indexes.stream().map(result::payee).toList()));
    }

    private static Message unknown(SchemeResult result, String text, String period) {
        Scheme scheme = result.scheme().document();
        List<String> payees = IntStream.range(0, result.size()).mapToObj(result::payee).toList();
        return Message.of("It is not in the population '{0}' of the scheme in {1}.", scheme.population(), period)
                .then(Nearest.nearest(text, payees).map(near -> Message.of("Maybe '{0}'?", near))
                        .orElseGet(() -> payees.isEmpty()
                                ? Message.of("Nobody is.")
                                : Message.of("Its {0} payees have keys like '{1}'.", payees.size(),
                                        payees.getFirst())));
    }
}
