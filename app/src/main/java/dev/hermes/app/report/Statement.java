package dev.hermes.app.report;

import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.PayLine.Kind;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Failure;
import dev.hermes.model.Parameter;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one payee gets of one scheme, with all that it is made of.
 *
 * @param person
 *            the person of the payee
 * @param organisation
 *            that of the payee's assignment; empty for persons
 * @param payout
 *            empty where it failed
 * @param parts
 *            one for each parameter of the scheme, in its order
 * @param lines
 *            as they stand on a statement; they add up to the payout
 * @param failure
 *            null where there is a payout
 */
record Statement(String payee, String person, String name, String organisation, Optional<Decimal> payout,
        List<Part> parts, List<PayLine> lines, Map<String, Decimal> balances, @Nullable Failure failure) {

    /**
     * A parameter of a payout.
     *
     * @param amount
     *            as the pay expression reads it; empty where the parameter does not apply or failed
     * @param reason
     *            the labels of the rules that matched
     * @param cut
     *            what its cap took away, negative; empty for nothing
     */
    record Part(String code, Optional<Decimal> amount, String reason, Optional<Decimal> cut) {}

    /** The statement of a payee to whom the scheme applies. */
    static Statement of(SchemeResult result, int index) {
        String payee = result.payee(index);
        boolean isPerson = result.scheme().document().payee() == Scheme.Payee.PERSON;
        List<PayLine> lines = result.lines(index);
        return new Statement(payee, isPerson ? payee : AssignmentKey.parse(payee).person(), result.name(index),
                result.organisation(index), result.payout(index), parts(result, index, lines), lines,
                result.closingBalances(index), result.failure(index));
    }

    /** The lines of each money parameter that applies begin with that of its rules; the others have no lines. */
    private static List<Part> parts(SchemeResult result, int index, List<PayLine> lines) {
        List<Part> parts = new ArrayList<>();
        Iterator<PayLine> rest = lines.iterator();
        PayLine line = rest.hasNext() ? rest.next() : null;
        List<CompiledParameter> parameters = result.scheme().parameters();
        for (int k = 0; k < parameters.size(); k++) {
            Parameter parameter = parameters.get(k).document();
            Optional<Decimal> amount = result.parameter(index, k);
            String reason = "";
            Optional<Decimal> cut = Optional.empty();
            if (amount.isPresent() && parameter.unit().isMoney() && line != null && line.kind() == Kind.RULES) {
                reason = line.reason();
                do {
                    cut = line.kind() == Kind.PARAMETER_CAP ? Optional.of(line.amount()) : cut;
                    line = rest.hasNext() ? rest.next() : null;
                } while (line != null && isStepOfParameter(line.kind()));
            }
            parts.add(new Part(parameter.code(), amount, reason, cut));
        }
        return parts;
    }

    private static boolean isStepOfParameter(Kind kind) {
        return switch (kind) {
            case PRORATION, PARAMETER_CAP, PARAMETER_FLOOR, PARAMETER_ROUNDING -> true;
            case RULES, PAY, COEFFICIENT, CAP, FLOOR, ROUNDING, ADJUSTMENT -> false;
        };
    }

    /** What the scheme's own cap took away, negative; empty for nothing. */
    Optional<Decimal> cut() {
        return lines.stream().filter(line -> line.kind() == Kind.CAP).map(PayLine::amount).findFirst();
    }

    boolean isCapped() {
        return lines.stream().anyMatch(PayLine::isCap);
    }

    /** What was added by hand; zero for nothing. */
    BigDecimal adjustments() {
        return sum(Kind.ADJUSTMENT);
    }

    /** What caps took away in all, negative; zero for nothing. */
    BigDecimal cuts() {
        return sum(Kind.CAP).add(sum(Kind.PARAMETER_CAP));
    }

    private BigDecimal sum(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).map(line -> line.amount().toBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Why the amounts are what they are, in a few words: reasons of rules, caps, what was added by hand. */
    String remarks() {
        if (failure != null) {
            return "failed: " + failure.message().text();
        }
        List<String> remarks = new ArrayList<>();
        for (PayLine line : lines) {
            switch (line.kind()) {
                case RULES, ADJUSTMENT -> remarks.add(line.reason());
                case PARAMETER_CAP, PARAMETER_FLOOR -> remarks.add(line.label());
                case CAP -> remarks.add("capped");
                case FLOOR -> remarks.add("raised to the floor");
                case PRORATION -> remarks.add("prorated");
                case PARAMETER_ROUNDING, PAY, COEFFICIENT, ROUNDING -> {
                }
            }
        }
        return String.join(", ", remarks.stream().filter(remark -> !remark.isEmpty()).distinct().toList());
    }
}
