package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Parameter;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calculates what parameters pay. Not for the screen's thread. */
final class Paying {

    private Paying() {}

    /** Those of all schemes of a period; none where they cannot be calculated, which is said where that is wrong. */
    static Payouts of(Workspace workspace, PayPeriod period, Job job) {
        try (CalcSession session = CalcSession.within(workspace, Figuring.THREADS)) {
            String code = period.period().code();
            List<String> schemes = session.schemesIn(code).stream().filter(scheme -> session.library().library()
                    .scheme(scheme).orElseThrow().calendar().equals(period.calendar())).toList();
            return schemes.isEmpty()
                    ? Payouts.NONE
                    : of(session.run(schemes, code, null, Figuring.monitor(job)).result().schemes());
        } catch (FindingsException unfit) {
            return Payouts.NONE;
        }
    }

    private static Payouts of(List<SchemeResult> schemes) {
        Map<Parameter, List<Decimal>> amounts = new HashMap<>();
        for (SchemeResult scheme : schemes) {
            List<CompiledParameter> all = scheme.scheme().parameters();
            for (int parameter = 0; parameter < all.size(); parameter++) {
                List<Decimal> found = amounts.computeIfAbsent(all.get(parameter).document(), _ -> new ArrayList<>());
                for (int payee = 0; payee < scheme.size(); payee++) {
                    scheme.parameter(payee, parameter).ifPresent(found::add);
                }
            }
        }
        Map<String, Payouts.Paid> paid = new HashMap<>();
        amounts.forEach((parameter, found) -> {
            if (!found.isEmpty()) {
                paid.put(parameter.code(), paid(found, parameter.unit().isMoney()));
            }
        });
        return new Payouts(paid);
    }

    private static Payouts.Paid paid(List<Decimal> amounts, boolean addsUp) {
        List<Decimal> sorted = amounts.stream().sorted().toList();
        Decimal total = addsUp
                ? sorted.stream().reduce(Decimal.ZERO, Decimal::plus)
                : sorted.get((sorted.size() - 1) / 2);
        return new Payouts.Paid(total, !addsUp, Figuring
                .shape(amounts.stream().mapToDouble(amount -> amount.toBigDecimal().doubleValue()).toArray()));
    }
}
